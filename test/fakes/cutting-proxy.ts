import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A wire between a client, at `port`, and a server on this machine that breaks when it is told to. */
export interface CuttingProxy {
  port: number;
  /** New connections lead to another server, at this port. */
  leadTo: (port: number) => void;
  /** Ends every connection there is, as a network does that goes down; new ones work. */
  cut: () => void;
  /** Every connection there is falls silent without an end, as while the other side sleeps; new ones work. */
  stall: () => void;
  /** From now on nothing is at the port, until `open`. */
  shut: () => Promise<void>;
  open: () => Promise<void>;
  close: () => Promise<void>;
}

export async function startCuttingProxy(target: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  let current = target;

  function join(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on('data', (bytes) => {
      to.write(bytes);
    });
    // One that was stalled lets its end pass as little as its bytes.
    from.on('end', () => {
      to.end();
    });
    // What broke on one side is broken on the other.
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      if (!from.isPaused()) to.destroy();
    });
  }

  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect(current, '127.0.0.1').setNoDelay(true);
    join(client, upstream);
    join(upstream, client);
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = async (): Promise<void> => {
    const closing = server.listening ? once(server, 'close') : undefined;
    if (closing) server.close();
    cut();
    await closing;
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    leadTo: (next) => {
      current = next;
    },
    cut,
    stall: () => {
      for (const socket of sockets) socket.pause();
    },
    shut,
    open: () => listen(port),
    close: shut,
  };
}
