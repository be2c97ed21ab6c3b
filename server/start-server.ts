import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { TranslationError } from '../shared/translation-error.ts';
import { findListenAddress } from './access/find-listen-address.ts';
import { answerUnreadable, refuseConnect, refuseFraming } from './answer-unreadable.ts';
import { createApp } from './app.ts';
import { defaultConnectionLimits, type ConnectionLimits } from './connection-limits.ts';
import { Connections } from './connections.ts';
import { createListenError } from './create-listen-error.ts';
import type { Dependencies } from './dependencies.ts';
import { isFramedAsAgreed } from './is-framed-as-agreed.ts';

/** How long a connection may be silent before the system asks whether its other side is still there. */
const keepAliveProbeMs = 30_000;

/** A server that listens. */
export interface RunningServer {
  url: string;
  /** Ends every stream with `shutting_down`, frees the engines and closes; takes 5 s at most. */
  stop(): Promise<void>;
}

/** Starts to listen. Throws `invalid_request` with what to do when the address cannot be had. */
export async function startServer(
  dependencies: Dependencies,
  limits: ConnectionLimits = defaultConnectionLimits,
): Promise<RunningServer> {
  const { host, port, token } = dependencies.settings;
  const server = createLimitedServer(limits);
  const connections = new Connections(server, limits);
  answerRequests(server, connections, dependencies);
  try {
    server.listen(port, await findListenAddress(host, token !== undefined));
    await once(server, 'listening');
  } catch (error) {
    throw error instanceof TranslationError ? error : createListenError(error, { host, port });
  }
  const address = server.address() as AddressInfo;
  return {
    url: `http://${getCallableHost(host, address.address)}:${address.port}`,
    stop: async () => {
      const stopped = new AbortController();
      const stopping = stopServer(server, connections, dependencies).finally(() => {
        stopped.abort();
      });
      await Promise.race([stopping, waitAtMost(limits.stopMs, stopped.signal)]);
      server.closeAllConnections();
    },
  };
}

async function waitAtMost(timeMs: number, signal: AbortSignal): Promise<void> {
  await delay(timeMs, undefined, { ref: false, signal }).catch(() => undefined);
}

function createLimitedServer({ headersMs, requestMs, keepAliveMs, checkEveryMs }: ConnectionLimits): Server {
  return createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: checkEveryMs,
    keepAlive: true,
    keepAliveInitialDelay: keepAliveProbeMs,
    // Whatever NODE_OPTIONS say: what is read leniently may be read otherwise by a proxy in front.
    insecureHTTPParser: false,
    // The guard itself refuses a request without Host, with words.
    requireHostHeader: false,
  });
}

/** Node would answer an Expect itself, past the guard: one it does not know, and one to be told to send the body, which the guard may not want. */
function answerRequests(server: Server, connections: Connections, dependencies: Dependencies): void {
  const app = createApp(dependencies);
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    // It came behind one after which the connection was closed (RFC 9112, section 9.6).
    if (!request.socket.writable) return;
    connections.add(request, response);
    if (isFramedAsAgreed(request)) app(request, response);
    else refuseFraming(request.socket);
  };
  server.on('request', answer).on('checkContinue', answer).on('checkExpectation', answer);
  server.on('connect', refuseConnect);
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    // More bytes after a request that was to be the last: its answer is on the way, and nobody reads them.
    if (error.code === 'HPE_CLOSED_CONNECTION') return;
    if (connections.awaitsRefusal(socket)) answerUnreadable(error, socket);
    else socket.destroy();
  });
}

/** A host as it stands in an address; for any-address the one that is reached from this machine. */
function getCallableHost(host: string, address: string): string {
  // An address that stands for an IPv4 one is reached by that, and browsers would write it in another way.
  const [, mapped] = /^::ffff:(.+)$/.exec(address) ?? [];
  if (['0.0.0.0', '::'].includes(mapped ?? address)) return '127.0.0.1';
  if (mapped !== undefined) return mapped;
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
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
  // Who lags behind still reads its stream to that end.
  await closed;
  await streams.records.close();
  await engines.close();
}
