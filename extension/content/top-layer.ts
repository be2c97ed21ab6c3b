import { findClosest, getElementAt } from './shadow-root.ts';

/** After these something else may be on top, or what the overlay was in may be closed. They don't bubble. */
const changes = ['close', 'toggle', 'fullscreenchange'] as const;

/**
 * Keeps an element in the top layer and usable there. A modal dialog or a full-screen element makes all else inert, so the element
 * then goes inside, and comes back out when that has closed.
 */
export class TopLayer {
  readonly #host: HTMLElement;
  readonly #open = new AbortController();
  #parent: Element | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
    host.popover = 'manual';
    const options = { capture: true, signal: this.#open.signal };
    for (const change of changes) document.addEventListener(change, this.#onChange, options);
    window.addEventListener('pointerdown', this.#onPress, options);
  }

  /** Whether a page that doesn't want it took it away: shown again, it would only be taken away again. */
  get isRemovedByPage(): boolean {
    return !this.#host.isConnected && this.#parent === document.documentElement;
  }

  /** Shows it on top of all else; again whenever that has changed. */
  show(): void {
    if (this.#open.signal.aborted || this.isRemovedByPage || this.#isUsable()) return;
    this.#showIn(document.documentElement);
    const blocker = this.#findBlocker();
    if (blocker) this.#showIn(blocker);
  }

  /** Takes it away for good. */
  close(): void {
    this.#open.abort();
    this.#host.remove();
  }

  readonly #onChange = (event: Event): void => {
    if (event.target !== this.#host) this.show();
  };

  /** Not every browser tells when a dialog opens; but then a press goes through the overlay. */
  readonly #onPress = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, right, bottom } = this.#host.getBoundingClientRect();
    const isInside = clientX > left && clientX < right && clientY > top && clientY < bottom;
    if (isInside) this.show();
  };

  #showIn(parent: Element): void {
    this.#parent = parent;
    parent.append(this.#host);
    this.#host.showPopover();
  }

  #isUsable(): boolean {
    const isShown = this.#host.matches(':popover-open') && this.#host.getClientRects().length > 0;
    return isShown && this.#findBlocker() === undefined;
  }

  /** What makes the overlay inert. Outside the viewport nothing is found, and nothing is in the way. */
  #findBlocker(): Element | undefined {
    const { left, top, width, height } = this.#host.getBoundingClientRect();
    const found = getElementAt(left + width / 2, top + height / 2);
    const blocker = found && findClosest(found, ':modal, :fullscreen');
    return blocker?.contains(this.#host) ? undefined : blocker;
  }
}
