import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  placeBeside,
  placeByHand,
  type Place,
  type PlaceQuestion,
} from '../../../extension/content/place-beside.ts';
import type { Box } from '../../../extension/content/box.ts';

const viewport = { width: 1000, height: 800 };
const width = 400;
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

function place(anchor: Box | undefined, more: Partial<PlaceQuestion> = {}): Place {
  return placeBeside({ anchor, viewport, width, ...more });
}

test.each<[string, Box | undefined, Partial<PlaceQuestion>, Partial<Place>]>([
  [
    'below a line of text',
    box(200, 100, 500, 120),
    {},
    { side: 'below', left: 200, top: 128, maxHeight: 480 },
  ],
  ['below, moved in at the right edge', box(900, 100, 990, 120), {}, { side: 'below', left: 592 }],
  ['below, moved in at the left edge', box(-50, 100, 90, 120), {}, { side: 'below', left: 8 }],
  [
    'below, at the right end of a line from right to left',
    box(300, 100, 900, 120),
    { isRightToLeft: true },
    { left: 500 },
  ],
  ['above a line at the bottom', box(200, 700, 500, 720), {}, { side: 'above', left: 200, bottom: 108 }],
  ['below, as high as there is room', box(0, 0, 1000, 500), {}, { side: 'below', maxHeight: 284 }],
  ['right of a tall column', box(8, 0, 400, 800), {}, { side: 'right', left: 408 }],
  ['left of a tall column', box(600, 0, 1000, 800), {}, { side: 'left', left: 192 }],
  ['above, before it goes to a side', box(8, 300, 400, 700), {}, { side: 'above' }],
  ['where more room is, if no side has much', box(0, 150, 1000, 620), {}, { side: 'below', maxHeight: 164 }],
  ['in the corner, if all is selected', box(0, 0, 1000, 800), {}, { side: 'corner', left: 592, bottom: 8 }],
  ['in the corner, if nothing is known', undefined, {}, { side: 'corner' }],
  ['in the corner, if the selection is out of sight', box(0, -90, 100, -70), {}, { side: 'corner' }],
  [
    'below still, when the selection leaves',
    box(0, -90, 100, -70),
    { current: 'below' },
    { side: 'below', top: -62 },
  ],
  [
    'above still, where it stands, though there is room below',
    box(0, 300, 100, 320),
    { current: 'above' },
    { side: 'above' },
  ],
  [
    'elsewhere, when its side has no room any more',
    box(0, 700, 100, 720),
    { current: 'below' },
    { side: 'above' },
  ],
  [
    'beside the selection again, when that comes into sight',
    box(0, 90, 100, 110),
    { current: 'corner' },
    { side: 'below' },
  ],
])('it is placed %s', (_where, anchor, more, expected) => {
  expect(place(anchor, more)).toMatchObject(expected);
});

const edge = fc.integer({ min: -500, max: 1500 });
const extent = fc.integer({ min: 1, max: 1200 });
const anchors = fc
  .tuple(edge, edge, extent, extent)
  .map(([left, top, across, down]) => box(left, top, left + across, top + down));
const viewports = fc.record({
  width: fc.integer({ min: 320, max: 2000 }),
  height: fc.integer({ min: 200, max: 1500 }),
});

test('it never covers the selection, unless it has to stand in the corner', () => {
  fc.assert(
    fc.property(anchors, viewports, (anchor, seen) => {
      const size = Math.min(width, seen.width - 16);
      const found = placeBeside({ anchor, viewport: seen, width: size });
      const covered = getBox(found, seen, size);
      const isApart =
        covered.bottom <= anchor.top ||
        covered.top >= anchor.bottom ||
        covered.right <= anchor.left ||
        covered.left >= anchor.right;
      expect(found.side === 'corner' || isApart).toBe(true);
    }),
  );
});

test('it appears inside the viewport, wherever the selection is', () => {
  fc.assert(
    fc.property(anchors, viewports, (anchor, seen) => {
      const size = Math.min(width, seen.width - 16);
      const { left, top, right, bottom } = getBox(
        placeBeside({ anchor, viewport: seen, width: size }),
        seen,
        size,
      );
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(8);
      expect(right).toBeLessThanOrEqual(seen.width - 8);
      expect(bottom).toBeLessThanOrEqual(seen.height - 8);
    }),
  );
});

test.each([
  ['where it was put', { left: 300, top: 200 }, { left: 300, top: 200, maxHeight: 480 }],
  ['inside at the top left', { left: -900, top: -900 }, { left: 8, top: 8 }],
  [
    'inside at the bottom right, high enough to read',
    { left: 9000, top: 9000 },
    { left: 592, top: 680, maxHeight: 112 },
  ],
])('by hand it stays %s', (_where, wanted, expected) => {
  expect(placeByHand(wanted, { viewport, width })).toMatchObject(expected);
});

test('by hand it stays whole in the window, if the reader gave it a height', () => {
  expect(placeByHand({ left: 300, top: 700 }, { viewport, width, height: 500 })).toMatchObject({
    left: 300,
    top: 292,
    maxHeight: 500,
  });
});

test.each<[string, Box, Box, Partial<Place>]>([
  ['on the other side of the text', box(200, 400, 500, 420), box(200, 428, 600, 500), { side: 'above' }],
  ['below, far from it', box(200, 100, 500, 120), box(600, 128, 900, 300), { side: 'below' }],
  [
    'at the end of the text, if it is not high',
    box(40, 40, 180, 90),
    box(40, 150, 440, 260),
    { side: 'right' },
  ],
  ['over it, where no side is free', box(100, 100, 950, 120), box(100, 128, 600, 300), { side: 'below' }],
])('beside another overlay it is placed %s', (_where, anchor, other, expected) => {
  expect(place(anchor, { others: [other], expected: 110 })).toMatchObject(expected);
});

test.each([
  ['below', box(0, 100, 100, 120), 600, 600],
  ['below, as high as there is room', box(0, 100, 100, 120), 900, 664],
  ['in the corner', undefined, 600, 600],
])('with a height that the reader gave it is that high %s', (_where, anchor, height, expected) => {
  expect(place(anchor, { height }).maxHeight).toBe(expected);
});

/** What it covers when it is as high as it may be. */
function getBox(
  { left, top, bottom = 0, maxHeight }: Place,
  { height }: { height: number },
  size: number,
): Box {
  const upper = top ?? height - bottom - maxHeight;
  return box(left, upper, left + size, upper + maxHeight);
}
