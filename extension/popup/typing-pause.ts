/** How long nothing more is typed before what stands there is taken for meant. */
const pauseMs = 500;

/** Tells when somebody who types has paused. */
export class TypingPause {
  readonly #onPause: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onPause: () => void) {
    this.#onPause = onPause;
  }

  /** Something was typed. */
  begin(): void {
    this.end();
    this.#timer = setTimeout(this.#onPause, pauseMs);
  }

  /** Nobody needs to be told any more. */
  end(): void {
    clearTimeout(this.#timer);
  }
}
