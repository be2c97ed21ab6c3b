import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server, so that a stop waits only for those that are being answered. Node by itself would wait for seconds too for one
 * that is kept open for a next request, that has sent nothing yet (browsers open some in advance), or half a request.
 */
export class Connections {
  readonly #idle = new Set<Socket>();
  #isFinishing = false;

  constructor(server: Server) {
    server.on('connection', (socket: Socket) => {
      this.#idle.add(socket);
      socket.once('close', () => this.#idle.delete(socket));
    });
    server.on('request', ({ socket }, response) => {
      this.#idle.delete(socket);
      response.once('close', () => {
        // Not `end`: browsers keep their half of a connection open for as long as they like.
        if (this.#isFinishing) socket.destroySoon();
        else if (!socket.destroyed) this.#idle.add(socket);
      });
    });
  }

  /** Closes what is not being answered, and from now on every connection as soon as its answer is over. */
  finish(): void {
    this.#isFinishing = true;
    for (const socket of this.#idle) socket.destroy();
  }
}
