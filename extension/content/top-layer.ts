import { isOrphaned } from '../native-browser.ts';
import { overlayHostId } from './overlay-host-id.ts';
import { findClosest, getElementAt } from './shadow-root.ts';

/** After these something else may be on top, or what the overlay was in may be closed. They don't bubble. */
const changes = ['close', 'toggle', 'fullscreenchange'] as const;

/** A page that draws itself anew takes the element away once or twice; one that does so more often doesn't want it. */
const maxRemovals = 3;

interface TopLayerOptions {
  /** What the element stands beside, be it in a frame. */
  anchor: Element | undefined;
  /** The element was taken away for good. */
  onRefused: () => void;
}

/**
 * Keeps an element in the top layer and usable there. A modal dialog or a full-screen element makes all else inert, so the element
 * then goes inside, and comes back out when that has closed.
 */
export class TopLayer {
  readonly #host: HTMLElement;
  readonly #options: TopLayerOptions;
  readonly #open = new AbortController();
  readonly #watch = new MutationObserver(() => {
    this.#onRemoval();
  });
  #removals = 0;

  constructor(host: HTMLElement, options: TopLayerOptions) {
    this.#host = host;
    this.#options = options;
    host.popover = 'manual';
    const listening = { capture: true, signal: this.#open.signal };
    for (const change of changes) document.addEventListener(change, this.#onChange, listening);
    window.addEventListener('pointerdown', this.#onPress, listening);
  }

  /** Shows it on top of all else; again whenever that has changed. */
  show(): void {
    if (this.#open.signal.aborted || this.#removals > maxRemovals || this.#isUsable()) return;
    this.#showIn(this.#findHome());
    const blocker = this.#findBlocker();
    if (blocker) this.#showIn(blocker);
  }

  /** Takes it away for good. */
  close(): void {
    this.#open.abort();
    this.#watch.disconnect();
    this.#host.remove();
  }

  readonly #onChange = (event: Event): void => {
    // Of the overlays themselves none is in the way of another.
    if ((event.target as Partial<Element>).id !== overlayHostId) this.show();
  };

  /** Not every browser tells when a dialog opens; but then a press goes through the overlay. */
  readonly #onPress = ({ clientX, clientY }: PointerEvent): void => {
    const { left, top, right, bottom } = this.#host.getBoundingClientRect();
    const isInside = clientX > left && clientX < right && clientY > top && clientY < bottom;
    if (isInside) this.show();
  };

  #onRemoval(): void {
    if (this.#host.isConnected) return;
    this.#removals += 1;
    // Once the extension was updated, its new script clears away what this one has left.
    if (isOrphaned() || this.#removals > maxRemovals) this.#options.onRefused();
    else this.show();
  }

  #showIn(parent: Element): void {
    this.#watch.disconnect();
    parent.append(this.#host);
    this.#watch.observe(parent, { childList: true });
    undoZoom(this.#host, parent);
    this.#host.showPopover();
  }

  /** A press outside closes a popover of the page; beside text in one the element therefore goes inside. */
  #findHome(): Element {
    const popover = this.#options.anchor && findClosest(this.#options.anchor, ':popover-open');
    return popover?.ownerDocument === document ? popover : document.documentElement;
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

/** The zoom of a page's styles reaches into the top layer. Chromium before 128 doesn't tell it. */
function undoZoom({ style }: HTMLElement, parent: Partial<Pick<Element, 'currentCSSZoom'>>): void {
  style.setProperty('--zoom', String(1 / (parent.currentCSSZoom ?? 1)), 'important');
}
