/** Who reads a stream now. Once the last has left and nobody came for a while, `onDeserted` is told. */
export class Readers {
  readonly #graceMs: number;
  readonly #onDeserted: () => void;
  readonly #here = new Set<string>();
  /** Readers at other servers, who have to say again and again that they are there. */
  readonly #elsewhere = new Map<string, NodeJS.Timeout>();
  #grace: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(graceMs: number, onDeserted: () => void) {
    this.#graceMs = graceMs;
    this.#onDeserted = onDeserted;
  }

  /** A reader came, or one elsewhere is still there: those are forgotten `forgottenMs` later. */
  enter(reader: string, forgottenMs?: number): void {
    if (this.#isClosed) return;
    clearTimeout(this.#grace);
    if (forgottenMs === undefined) {
      this.#here.add(reader);
      return;
    }
    clearTimeout(this.#elsewhere.get(reader));
    const timer = setTimeout(() => {
      this.leave(reader);
    }, forgottenMs);
    this.#elsewhere.set(reader, timer.unref());
  }

  leave(reader: string): void {
    clearTimeout(this.#elsewhere.get(reader));
    const wasThere = this.#here.delete(reader) || this.#elsewhere.delete(reader);
    if (this.#isClosed || !wasThere || this.#here.size + this.#elsewhere.size > 0) return;
    if (this.#graceMs === 0) this.#onDeserted();
    else this.#grace = setTimeout(this.#onDeserted, this.#graceMs).unref();
  }

  /** The stream is over: who still reads it reads its record. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#grace);
    for (const timer of this.#elsewhere.values()) clearTimeout(timer);
    this.#elsewhere.clear();
  }
}
