/** Tells when somebody who types has paused. */
export class TypingPause {
  readonly #pauseMs: number;
  readonly #onPause: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `pauseMs`: how long nothing more is typed until `onPause` is called. */
  constructor(pauseMs: number, onPause: () => void) {
    this.#pauseMs = pauseMs;
    this.#onPause = onPause;
  }

  /** Something was typed. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(this.#onPause, this.#pauseMs);
  }

  /** Nobody needs to be told any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
