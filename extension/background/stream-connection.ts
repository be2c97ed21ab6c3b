import { viewLeft } from './view-left.ts';

/** What takes a connection and then stays silent is no server that could be waited for. */
const answerMs = 10_000;

/** How long whoever stopped it waits for a stream's id. */
const idMs = 2000;

/**
 * How long one connection to a stream is held: until it is closed, hung up, or stopped. A stream without a known id could not be cancelled on
 * the server, so that one which is stopped before it has told its id is held a moment longer.
 */
export class StreamConnection {
  readonly #control = new AbortController();
  readonly #stop: AbortSignal;
  readonly #isKnown: () => boolean;
  readonly #answerTimer: ReturnType<typeof setTimeout>;
  #idTimer: ReturnType<typeof setTimeout> | undefined;
  #isHungUp = false;

  /** `isKnown`: whether the stream's id is. */
  constructor(stop: AbortSignal, isKnown: () => boolean) {
    stop.throwIfAborted();
    this.#stop = stop;
    this.#isKnown = isKnown;
    this.#answerTimer = setTimeout(this.hangUp, answerMs);
    stop.addEventListener('abort', this.#onStop);
  }

  /** For the fetch. */
  get signal(): AbortSignal {
    return this.#control.signal;
  }

  /** Whether it was given up for its silence. */
  get isHungUp(): boolean {
    return this.#isHungUp;
  }

  /** The server has answered. */
  hasAnswer(): void {
    clearTimeout(this.#answerTimer);
  }

  /** Gives it up as lost. */
  readonly hangUp = (): void => {
    this.#isHungUp = true;
    this.#control.abort();
  };

  close(): void {
    clearTimeout(this.#answerTimer);
    clearTimeout(this.#idTimer);
    this.#stop.removeEventListener('abort', this.#onStop);
    this.#end();
  }

  readonly #end = (): void => {
    this.#control.abort(this.#stop.reason);
  };

  readonly #onStop = (): void => {
    if (this.#isKnown() || this.#stop.reason === viewLeft) this.#end();
    else this.#idTimer = setTimeout(this.#end, idMs);
  };
}
