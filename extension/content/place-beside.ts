import type { Box, Size } from './box.ts';

/** Where the overlay stands: at one side of the selection, or, where no side has room, in the viewport's corner. */
export type Side = 'below' | 'above' | 'right' | 'left' | 'corner';

/** Offsets from the viewport's edges, in CSS pixels. With `bottom` instead of `top` the overlay grows upwards. */
export interface Place {
  side: Side;
  left: number;
  top?: number;
  bottom?: number;
  maxHeight: number;
}

export interface PlaceQuestion {
  /** What must stay uncovered; undefined: nothing is known of it. */
  anchor: Box | undefined;
  viewport: Size;
  /** Of the overlay. Its height is unknown, it grows while text streams in. */
  width: number;
  /** How high it is expected to become. */
  expected?: number;
  /** How high the reader lets it become; undefined: as high as is usual. */
  height?: number | undefined;
  /** Whether the selected text runs from right to left: its beginning is where the overlay lines up. */
  isRightToLeft?: boolean;
  /** Other overlays, which it begins beside if possible. */
  others?: readonly Box[];
  /** Where it stands already, to stay there if possible: a reader's eyes shouldn't have to jump. */
  current?: Side | undefined;
}

/** Between overlay and selection, and overlay and the viewport's edge. */
export const placeGap = 8;

/** No translation needs more before it is scrolled. */
const maxHeight = 480;

/** A side with this much room takes most translations whole. */
const goodHeight = 240;

/** With less than this, reading becomes a peep through a slot. */
const leastHeight = 112;

/** Where to put the overlay. It never covers the anchor unless nothing else is possible. Pure. */
export function placeBeside(question: PlaceQuestion): Place {
  const { anchor } = question;
  const side = anchor ? chooseSide(question, anchor) : 'corner';
  return side === 'corner' || !anchor ? placeInCorner(question) : placeAt(question, anchor, side);
}

function placeAt(question: PlaceQuestion, anchor: Box, side: Exclude<Side, 'corner'>): Place {
  return side === 'below' || side === 'above'
    ? placeVertically(question, anchor, side)
    : placeSideways(question, anchor, side);
}

function chooseSide(question: PlaceQuestion, anchor: Box): Side {
  const { current } = question;
  const has = (side: Side, height: number): boolean => getRoom(question, anchor, side) >= height;
  const isAtSide = current !== undefined && current !== 'corner';
  if (isAtSide && has(current, leastHeight)) return current;
  // Out of sight it may only follow, not begin.
  if (!isAtSide && !isVisible(anchor, question.viewport)) return 'corner';
  const sides = (['below', 'above', 'right', 'left'] as const).filter((side) => has(side, goodHeight));
  const good = sides.find((side) => isFree(question, placeAt(question, anchor, side))) ?? sides[0];
  const most = getRoom(question, anchor, 'below') >= getRoom(question, anchor, 'above') ? 'below' : 'above';
  return good ?? (has(most, leastHeight) ? most : 'corner');
}

/** Whether none of the others would be covered there. */
function isFree(
  { others = [], viewport, width, expected = goodHeight }: PlaceQuestion,
  place: Place,
): boolean {
  const { left, top = viewport.height - (place.bottom ?? 0) - expected } = place;
  return others.every(
    (other) =>
      other.left >= left + width || other.right <= left || other.top >= top + expected || other.bottom <= top,
  );
}

function isVisible({ left, top, right, bottom }: Box, { width, height }: Size): boolean {
  return right > 0 && left < width && bottom > 0 && top < height;
}

/** How high the overlay can be on a side; none where it is too wide. */
function getRoom({ viewport, width }: PlaceQuestion, anchor: Box, side: Side): number {
  const beside = viewport.height - 2 * placeGap;
  switch (side) {
    case 'below':
      return viewport.height - anchor.bottom - 2 * placeGap;
    case 'above':
      return anchor.top - 2 * placeGap;
    case 'right':
      return viewport.width - anchor.right - 2 * placeGap >= width ? beside : 0;
    case 'left':
      return anchor.left - 2 * placeGap >= width ? beside : 0;
    case 'corner':
      return beside;
  }
}

function placeVertically(question: PlaceQuestion, anchor: Box, side: 'below' | 'above'): Place {
  const { viewport, width, height = maxHeight, isRightToLeft = false } = question;
  const left = clamp(isRightToLeft ? anchor.right - width : anchor.left, viewport.width - width);
  const room = Math.min(getRoom(question, anchor, side), height);
  return side === 'below'
    ? { side, left, top: anchor.bottom + placeGap, maxHeight: room }
    : { side, left, bottom: viewport.height - anchor.top + placeGap, maxHeight: room };
}

function placeSideways(question: PlaceQuestion, anchor: Box, side: 'right' | 'left'): Place {
  const { viewport, width, height = maxHeight } = question;
  const left = side === 'right' ? anchor.right + placeGap : anchor.left - placeGap - width;
  const top = clamp(anchor.top, viewport.height - goodHeight);
  return { side, left, top, maxHeight: Math.min(viewport.height - top - placeGap, height) };
}

function placeInCorner({ viewport, width, height = goodHeight }: PlaceQuestion): Place {
  const left = clamp(Infinity, viewport.width - width);
  const room = Math.max(viewport.height - 2 * placeGap, 0);
  return { side: 'corner', left, bottom: placeGap, maxHeight: Math.min(room, height) };
}

/** Inside the viewport with a gap on both sides; the gap at the beginning wins. `room`: what the overlay leaves free. */
function clamp(offset: number, room: number): number {
  return Math.max(placeGap, Math.min(offset, room - placeGap));
}

/** Where a reader has put it, kept inside the viewport; whole, if they gave it a height. */
export function placeByHand(
  wanted: { left: number; top: number },
  { viewport, width, height }: Omit<PlaceQuestion, 'anchor'>,
): Place {
  const left = clamp(wanted.left, viewport.width - width);
  const top = clamp(wanted.top, viewport.height - (height ?? leastHeight));
  const room = viewport.height - top - placeGap;
  return { side: 'corner', left, top, maxHeight: Math.min(room, height ?? maxHeight) };
}
