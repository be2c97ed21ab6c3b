import { getActiveElement } from './shadow-root.ts';

/** Takes the keyboard's focus into the overlay, and later back to where it was. */
export class FocusGuard {
  readonly #host: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #previous = getActiveElement(document);

  constructor(host: HTMLElement, frame: HTMLElement) {
    this.#host = host;
    this.#frame = frame;
  }

  take(): void {
    this.#frame.focus({ preventScroll: true });
  }

  /** Only from the overlay itself: by now the reader may be somewhere else in the page. */
  giveBack(): void {
    if (!this.#host.matches(':focus-within')) return;
    if (this.#previous instanceof HTMLElement) this.#previous.focus({ preventScroll: true });
  }
}
