import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Recorder {
  port: number;
  /** What each connection asked for first, in their order; nothing asked is `nothing`. */
  listConnections: () => string[];
  close: () => Promise<void>;
}

/** Takes note of all that comes to a free port of an address. It answers with the path, or leads elsewhere when told where. */
export async function startRecorder(host: string, leadsTo?: string): Promise<Recorder> {
  const asked: string[] = [];
  const server = createServer({ keepAlive: false }, ({ url = '' }, response) => {
    asked[asked.length - 1] = url;
    const headers = { 'Access-Control-Allow-Origin': '*', Connection: 'close' };
    response.writeHead(leadsTo === undefined ? 200 : 307, {
      ...headers,
      ...(leadsTo && { Location: leadsTo }),
    });
    response.end(url);
  });
  server.on('connection', () => asked.push('nothing'));
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    listConnections: () => asked,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
