import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A client that sends bytes and notes what each read of its socket gave, as the recorder of the fixtures did. */
export class RawClient {
  readonly reads: Buffer[] = [];
  readonly #progress = new EventEmitter();
  #bytesRead = 0;
  #ended = false;
  #socket: Socket | undefined;

  async send(url: string, bytes: Uint8Array): Promise<void> {
    const { hostname, port } = new URL(url);
    this.#socket = connect({ host: hostname, port: Number(port) });
    this.#socket.on('data', (chunk: Buffer) => {
      this.reads.push(chunk);
      this.#bytesRead += chunk.length;
      this.#progress.emit('change');
    });
    this.#socket.on('end', () => {
      this.#ended = true;
      this.#progress.emit('change');
    });
    await once(this.#socket, 'connect');
    this.#socket.write(bytes);
  }

  /** Resolves when at least so many bytes have been read. */
  async hasRead(bytes: number): Promise<void> {
    while (this.#bytesRead < bytes) await once(this.#progress, 'change');
  }

  /** Resolves when the server has closed. */
  async hasEnded(): Promise<void> {
    while (!this.#ended) await once(this.#progress, 'change');
  }

  close(): void {
    this.#socket?.destroy();
  }
}
