import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TranslationError } from '../shared/translation-error.ts';
import { createApp } from './app.ts';
import type { Dependencies } from './dependencies.ts';

/** How long a stopping server waits for its clients. */
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
  const server = createServer(createApp(dependencies));
  closeFinishedOnStop(server);
  const sockets = trackSockets(server);
  server.listen(port, host.replaceAll(/[[\]]/g, ''));
  try {
    await once(server, 'listening');
  } catch (error) {
    throw createListenError(error, { host, port });
  }
  const address = server.address() as AddressInfo;
  const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, stop: () => stopServer(server, sockets, dependencies) };
}

function createListenError(error: unknown, { host, port }: { host: string; port: number }): TranslationError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = code === 'EADDRINUSE' ? 'another program listens there already' : String(code);
  return new TranslationError('invalid_request', `Cannot listen on ${host} port ${port}: ${reason}.`, {
    hint: 'Stop that program, or take another port with --port.',
    cause: error,
  });
}

/**
 * Node keeps a connection open for the next request after its answer is over, which would hold up a stopping server for seconds: this closes
 * it then.
 */
function closeFinishedOnStop(server: Server): void {
  server.on('request', (_request, response) => {
    response.once('close', () => {
      if (server.listening) return;
      // The connection counts as idle only after this event.
      setImmediate(() => {
        server.closeIdleConnections();
      });
    });
  });
}

/** The connections that are open; one that has sent nothing yet (browsers open some in advance) Node would wait for. */
function trackSockets(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

async function stopServer(
  server: Server,
  sockets: ReadonlySet<Socket>,
  { streams, engines }: Dependencies,
): Promise<void> {
  const limit = setTimeout(() => {
    server.closeAllConnections();
  }, stopLimitMs);
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  await streams.stop(
    new TranslationError('shutting_down', 'The server is stopping.', { hint: 'Start it again, then retry.' }),
  );
  await closed;
  clearTimeout(limit);
  await engines.close();
}
