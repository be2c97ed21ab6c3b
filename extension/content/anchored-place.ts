import { autoUpdate } from '@floating-ui/dom';
import type { Size } from './box.ts';
import type { Anchor } from './find-anchor.ts';
import { placeBeside, placeByHand, placeGap, type Place } from './place-beside.ts';

/** Wide enough for some ten words in a line. */
const preferredWidth = 400;

/** Keeps the overlay beside its anchor while the page scrolls and changes, until the reader puts it somewhere. */
export class AnchoredPlace {
  readonly #host: HTMLElement;
  readonly #anchor: Anchor | undefined;
  readonly #stopFollowing: () => void;
  #place: Place | undefined;
  #byHand: { left: number; top: number } | undefined;

  /** `onUpdate`: called on each change of the page or the overlay, after the place was adapted. */
  constructor(host: HTMLElement, anchor: Anchor | undefined, onUpdate: () => void) {
    this.#host = host;
    this.#anchor = anchor;
    const reference = {
      contextElement: anchor?.element ?? document.documentElement,
      getBoundingClientRect: () => host.getBoundingClientRect(),
    };
    this.#stopFollowing = autoUpdate(reference, host, () => {
      this.#update();
      onUpdate();
    });
  }

  /** Moves it to where the reader wants it; there it stays. */
  moveTo(left: number, top: number): void {
    this.#byHand = { left, top };
    this.#update();
  }

  close(): void {
    this.#stopFollowing();
  }

  #update(): void {
    const viewport = getViewport();
    const width = Math.min(preferredWidth, viewport.width - 2 * placeGap);
    this.#place = this.#byHand
      ? placeByHand(this.#byHand, viewport, width)
      : this.#followAnchor(viewport, width);
    applyPlace(this.#host, this.#place, width);
  }

  #followAnchor(viewport: Size, width: number): Place {
    const box = this.#anchor?.getBox(viewport);
    // What was selected has gone from the page: the overlay stays where it was.
    if (!box && this.#place) return this.#place;
    const isRightToLeft = this.#anchor?.isRightToLeft ?? false;
    return placeBeside({ anchor: box, viewport, width, isRightToLeft, current: this.#place?.side });
  }
}

/** Without scroll bars. In pages of the quirky kind the body stands for the viewport. */
function getViewport(): Size {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return { width: clientWidth, height: clientHeight };
}

/** Important, and as custom properties that only the overlay's own style sheet reads: a page's styles can't move it. */
function applyPlace({ style }: HTMLElement, { left, top, bottom, maxHeight }: Place, width: number): void {
  style.setProperty('--width', `${width}px`, 'important');
  style.setProperty('--left', `${left}px`, 'important');
  style.setProperty('--top', top === undefined ? 'auto' : `${top}px`, 'important');
  style.setProperty('--bottom', bottom === undefined ? 'auto' : `${bottom}px`, 'important');
  style.setProperty('--max-height', `${maxHeight}px`, 'important');
}
