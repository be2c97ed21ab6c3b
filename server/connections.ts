import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { ConnectionLimits } from './connection-limits.ts';

/** What is known of an open connection. */
interface Connection {
  socket: Socket;
  /** Answers that are not over yet; several when a client sends requests without waiting. */
  answers: Set<ServerResponse>;
  /** Bytes that the client, or the kernel for it, took. */
  taken: number;
  /** Checks in a row at which something waited to be taken and nothing was. */
  idleChecks: number;
}

/**
 * The connections of a server. A stop waits only for those that are being answered: Node by itself would wait for seconds too for one that is
 * kept open for a next request, that has sent nothing yet (browsers open some in advance), or half a request. Of the others only so many stay
 * open, and none whose client takes nothing.
 */
export class Connections {
  /** The ones that have been idle for longest come first. */
  readonly #open = new Map<Duplex, Connection>();
  readonly #limits: ConnectionLimits;
  /** Those with a request, half ones included. */
  readonly #answering = new Set<Connection>();
  #isFinishing = false;

  constructor(server: Server, limits: ConnectionLimits) {
    this.#limits = limits;
    server.on('connection', (socket: Socket) => {
      const connection = { socket, answers: new Set<ServerResponse>(), taken: 0, idleChecks: 0 };
      this.#open.set(socket, connection);
      socket.once('close', () => {
        this.#open.delete(socket);
        this.#answering.delete(connection);
      });
      if (this.#hasSurplus()) this.#closeSurplus();
    });
    const timer = setInterval(() => {
      this.#closeStalled();
      // Of half requests nobody hears anything in between.
      this.#closeSurplus();
    }, limits.checkEveryMs).unref();
    server.once('close', () => {
      clearInterval(timer);
    });
  }

  /** A request came: until it was read and its answer is over, both belong to its connection. */
  add(request: IncomingMessage, response: ServerResponse): void {
    const connection = this.#open.get(request.socket);
    // A request that was read from a connection after its end.
    if (!connection) return;
    connection.answers.add(response);
    this.#answering.add(connection);
    const onClose = (): void => {
      if (request.closed && response.closed) this.#endAnswer(connection, response);
    };
    request.once('close', onClose);
    response.once('close', onClose);
  }

  /** Whether a refusal may be written to a connection: it would be taken for the answer to the request that was read last, or for a part of it. */
  awaitsRefusal(socket: Duplex): boolean {
    const answers = [...(this.#open.get(socket)?.answers ?? [])];
    return answers.every((response) => !response.headersSent && !response.req.complete);
  }

  /** Closes what is not being answered, and from now on every connection as soon as its answer is over. */
  finish(): void {
    this.#isFinishing = true;
    for (const socket of this.#listIdle()) socket.destroy();
  }

  #listIdle(): Socket[] {
    return [...this.#open.values()].filter(isIdle).map(({ socket }) => socket);
  }

  #endAnswer(connection: Connection, response: ServerResponse): void {
    const { socket, answers } = connection;
    answers.delete(response);
    // Not `end`: browsers keep their half of a connection open for as long as they like.
    if (this.#isFinishing && answers.size === 0) socket.destroySoon();
    if (answers.size === 0) this.#answering.delete(connection);
    if (!this.#open.delete(socket)) return;
    this.#open.set(socket, connection);
    if (this.#hasSurplus()) this.#closeSurplus();
  }

  /** Known at once, where to look at each of thousands of streams for every answer that ends would take seconds. */
  #hasSurplus(): boolean {
    return this.#open.size - this.#answering.size > this.#limits.idleConnections;
  }

  /** Strangers that open connections for nothing lose their own, oldest first, and lock out nobody. */
  #closeSurplus(): void {
    if (this.#open.size <= this.#limits.idleConnections) return;
    const idle = this.#listIdle();
    const surplus = Math.max(0, idle.length - this.#limits.idleConnections);
    for (const socket of idle.slice(0, surplus)) socket.destroy();
  }

  /** Counts checks, not time: after a pause of the whole machine every client has its chance. */
  #closeStalled(): void {
    const { stalledReaderMs, checkEveryMs } = this.#limits;
    for (const connection of this.#open.values()) {
      const { socket } = connection;
      const taken = socket.bytesWritten - socket.writableLength;
      const isStalled = socket.writableLength > 0 && taken === connection.taken;
      connection.taken = taken;
      connection.idleChecks = isStalled ? connection.idleChecks + 1 : 0;
      if (connection.idleChecks * checkEveryMs >= stalledReaderMs) socket.destroy();
    }
  }
}

/** Half a request is not being answered yet, however slowly its other half comes; nor one any more that was refused in the middle. */
function isIdle({ answers }: Connection): boolean {
  return [...answers].every((response) => !response.req.complete);
}
