/** However long something takes, it takes at most one in so many parts of the time. */
const restFactor = 20;

/**
 * Does something for many changes at once: for the first soon, in a microtask; for those that follow not before a period is over, or a longer
 * one when it took long itself.
 */
export class Throttle {
  readonly #work: () => void;
  readonly #periodMs: number;
  #timer: NodeJS.Timeout | undefined;
  #isDue = false;

  constructor(work: () => void, periodMs: number) {
    this.#work = work;
    this.#periodMs = periodMs;
  }

  /** Something changed. */
  note(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    if (this.#timer) return;
    queueMicrotask(() => {
      this.#run();
    });
  }

  /** Nothing is left to do; no timer stays. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isDue = false;
  }

  #run(): void {
    // It was stopped since.
    if (!this.#isDue) return;
    this.#isDue = false;
    const begunAt = performance.now();
    this.#work();
    const restMs = Math.max(this.#periodMs, (performance.now() - begunAt) * restFactor);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, restMs).unref();
  }
}
