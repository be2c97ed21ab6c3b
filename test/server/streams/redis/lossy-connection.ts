import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on which answers can get lost. */
export interface LossyConnection {
  url: string;
  /** What is sent next arrives, but its answer breaks the connection. */
  loseNextAnswer: () => void;
  close: () => void;
}

export async function startLossyConnection(target: string): Promise<LossyConnection> {
  const sockets = new Set<Socket>();
  let mustLose = false;
  const server = createServer((client) => {
    const upstream = connect(Number(new URL(target).port), '127.0.0.1');
    for (const socket of [client, upstream]) {
      sockets.add(socket.on('error', () => socket.destroy()));
    }
    client.on('data', (bytes) => upstream.write(bytes)).on('close', () => upstream.destroy());
    upstream.on('data', (bytes) => {
      if (mustLose) client.destroy();
      else client.write(bytes);
      mustLose = false;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    loseNextAnswer: () => {
      mustLose = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
