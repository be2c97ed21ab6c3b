import { autoUpdate } from '@floating-ui/dom';
import type { Box, Size } from './box.ts';
import type { Anchor } from './find-anchor.ts';
import { boundSize } from './overlay-size.ts';
import { placeBeside, placeByHand, placeGap, type Place, type PlaceQuestion } from './place-beside.ts';
import { estimateLines, getLinesHeight, reserveHeight } from './reserve-height.ts';

/** Wide enough for some ten words in a line. */
const preferredWidth = 400;

interface PlaceOptions {
  anchor: Anchor | undefined;
  /** To be translated. */
  text: string;
  /** Where other overlays stand. */
  others: readonly Box[];
  /** What the reader gave an overlay before; undefined: the usual size. */
  size?: Size | undefined;
}

/** Keeps the overlay beside its anchor while the page scrolls and changes, until the reader puts it somewhere; and at its size. */
export class AnchoredPlace {
  readonly #host: HTMLElement;
  readonly #options: PlaceOptions;
  #stopFollowing: (() => void) | undefined;
  #place: Place | undefined;
  #byHand: { left: number; top: number } | undefined;
  #size: Size | undefined;
  /** Whether the reader has changed the size of this very overlay. */
  #isSized = false;
  #isGrowing = true;
  #shownHeight = 0;

  constructor(host: HTMLElement, options: PlaceOptions) {
    this.#host = host;
    this.#options = options;
    this.#size = options.size;
  }

  /** Puts it there. `onUpdate`: called on each change of the page or the overlay, after the place was adapted. */
  follow(onUpdate: () => void): void {
    const reference = {
      contextElement: this.#options.anchor?.element ?? document.documentElement,
      getBoundingClientRect: () => this.#host.getBoundingClientRect(),
    };
    this.#stopFollowing = autoUpdate(reference, this.#host, () => {
      this.#update();
      onUpdate();
    });
  }

  /** What the reader gave it; undefined: the usual size. */
  get size(): Size | undefined {
    return this.#size;
  }

  /** Whether more text may come, for which there should be room. To be said before the text changes. */
  setGrowing(isGrowing: boolean): void {
    if (isGrowing === this.#isGrowing) return;
    this.#isGrowing = isGrowing;
    this.#update();
  }

  /** Moves it to where the reader wants it; there it stays. */
  moveTo(left: number, top: number): void {
    this.#byHand = { left, top };
    this.#update();
  }

  /** Lets it stay where it is, wherever the selection goes. */
  hold(): void {
    const { left, top } = this.#host.getBoundingClientRect();
    this.#byHand ??= { left, top };
  }

  /** Gives it the size that the reader wants, as far as that fits; undefined: the usual one. */
  resize(wanted: Size | undefined): void {
    this.#size = wanted && boundSize(wanted, getViewport());
    this.#isSized = true;
    this.#shownHeight = 0;
    this.#update(0);
  }

  close(): void {
    this.#stopFollowing?.();
  }

  /** `seen`: how high it is now. */
  #update(seen = this.#host.getBoundingClientRect().height): void {
    const isGrowing = this.#isGrowing;
    const shown = isGrowing ? Math.max(this.#shownHeight, seen) : seen;
    this.#shownHeight = shown;
    const viewport = getViewport();
    const size = this.#size && boundSize(this.#size, viewport);
    const width = size?.width ?? Math.min(preferredWidth, viewport.width - 2 * placeGap);
    const lines = estimateLines(this.#options.text, width);
    // A word needs no more room than its line.
    const given = this.#isSized || lines > 1 ? size?.height : undefined;
    const expected = getLinesHeight(lines);
    const fit = { viewport, width, expected, height: given };
    this.#place = this.#byHand ? placeByHand(this.#byHand, fit) : this.#followAnchor(fit);
    const { maxHeight: room } = this.#place;
    const height = reserveHeight({ expected, shown, isGrowing, given, room });
    applyPlace(this.#host, this.#place, { width, height });
  }

  #followAnchor(fit: Omit<PlaceQuestion, 'anchor'>): Place {
    const { anchor, others } = this.#options;
    const box = anchor?.getBox(fit.viewport);
    // What was selected has gone from the page: the overlay stays where it was.
    if (!box && this.#place) return this.#place;
    const isRightToLeft = anchor?.isRightToLeft ?? false;
    return placeBeside({ ...fit, anchor: box, others, isRightToLeft, current: this.#place?.side });
  }
}

/** Without scroll bars. In pages of the quirky kind the body stands for the viewport. */
function getViewport(): Size {
  const { clientWidth, clientHeight } = document.scrollingElement ?? document.documentElement;
  return { width: clientWidth, height: clientHeight };
}

/** Important, and as custom properties that only the overlay's own style sheet reads: a page's styles can't move it. */
function applyPlace({ style }: HTMLElement, { left, top, bottom, maxHeight }: Place, least: Size): void {
  const set = (name: string, value: number | undefined): void => {
    const text = value === undefined ? 'auto' : `${value}px`;
    // Else all that is in the overlay would have to be looked through again.
    if (style.getPropertyValue(`--${name}`) === text) return;
    style.setProperty(`--${name}`, text, 'important');
  };
  set('width', least.width);
  set('min-height', least.height);
  set('max-height', maxHeight);
  set('left', left);
  set('top', top);
  set('bottom', bottom);
}
