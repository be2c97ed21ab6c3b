import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { TranslationError } from '../shared/translation-error.ts';
import { createApp } from './app.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { Connections } from './connections.ts';
import type { Dependencies } from './dependencies.ts';

/** How long a stopping server waits for its clients and engines. */
const stopLimitMs = 5000;

/** A server that listens. */
export interface RunningServer {
  url: string;
  /** Ends every stream with `shutting_down`, frees the engines and closes; takes 5 s at most. */
  stop(): Promise<void>;
}

/** Starts to listen. Throws `invalid_request` with what to do when the address cannot be had. */
export async function startServer(dependencies: Dependencies): Promise<RunningServer> {
  const { host, port } = dependencies.settings;
  const app = createApp(dependencies);
  // The guard itself refuses a request without Host, with words. Node would answer an Expect it does not know past the guard.
  const server = createServer({ requireHostHeader: false }, app).on('checkExpectation', app);
  server.on('clientError', answerUnreadable);
  const connections = new Connections(server);
  server.listen(port, host.replaceAll(/[[\]]/g, ''));
  try {
    await once(server, 'listening');
  } catch (error) {
    throw createListenError(error, { host, port });
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${getCallableHost(host)}:${address.port}`,
    stop: async () => {
      const stopping = stopServer(server, connections, dependencies);
      await Promise.race([stopping, delay(stopLimitMs, undefined, { ref: false })]);
    },
  };
}

/** A host as it stands in an address; for any-address the one that is reached from this machine. */
function getCallableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '[::]') return '127.0.0.1';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function createListenError(error: unknown, { host, port }: { host: string; port: number }): TranslationError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = code === 'EADDRINUSE' ? 'another program listens there already' : String(code);
  return new TranslationError('invalid_request', `Cannot listen on ${host} port ${port}: ${reason}.`, {
    hint: 'Stop that program, or take another port with --port.',
    cause: error,
  });
}

async function stopServer(
  server: Server,
  connections: Connections,
  { streams, engines }: Dependencies,
): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  connections.finish();
  await streams.stop(
    new TranslationError('shutting_down', 'The server is stopping.', { hint: 'Start it again, then retry.' }),
  );
  await closed;
  await engines.close();
}
