import { isFrame } from './find-anchor.ts';
import { getActiveElement } from './shadow-root.ts';

/** Takes the keyboard's focus into the overlay, and later back to where it was. */
export class FocusGuard {
  readonly #host: HTMLElement;
  readonly #frame: HTMLElement;
  readonly #previous = getActiveElement(document);
  readonly #opener: FocusGuard | undefined;
  #isTaken = false;

  /** `opener`: of the overlay that has the focus now; it may close before this one. */
  constructor(host: HTMLElement, frame: HTMLElement, opener?: FocusGuard) {
    this.#host = host;
    this.#frame = frame;
    this.#opener = opener;
  }

  /** Whether the focus is in the overlay. */
  hasFocus(): boolean {
    return this.#host.matches(':focus-within');
  }

  take(): void {
    this.#isTaken = true;
    this.#frame.focus({ preventScroll: true });
  }

  /** Keys that are pressed in a frame, Escape for instance, never come to the page around it. */
  takeFromFrame(): void {
    const active = getActiveElement(document);
    if (active && isFrame(active)) this.take();
  }

  /** Only from the overlay itself, or from nowhere: by now the reader may be somewhere else in the page. */
  giveBack(): void {
    const isNowhere = this.#isTaken && document.activeElement === document.body;
    if (!isNowhere && !this.hasFocus()) return;
    const target = this.#findTarget();
    if (target) focus(target);
  }

  #findTarget(): Element | undefined {
    return this.#opener && !this.#previous?.isConnected ? this.#opener.#findTarget() : this.#previous;
  }
}

function focus(element: Element): void {
  // A frame of another origin takes it in Firefox only by its window.
  if (isFrame(element)) element.contentWindow?.focus();
  else if (isFocusable(element)) element.focus({ preventScroll: true });
}

/** Not by class: drawings of SVG have it too. */
function isFocusable(element: Element): element is Element & HTMLOrSVGElement {
  return 'focus' in element;
}
