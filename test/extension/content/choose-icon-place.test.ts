import { expect, test } from 'vitest';
import type { Box } from '../../../extension/content/box.ts';
import { chooseIconPlace } from '../../../extension/content/choose-icon-place.ts';

const viewport = { width: 800, height: 600 };
const end = makeBox(100, 200, 200, 20);

function makeBox(left: number, top: number, width: number, height: number): Box {
  return { left, top, right: left + width, bottom: top + height };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

test.each<[string, { box?: Box; texts: Box[] }, { left: number; top: number }]>([
  ['beside the end', { texts: [] }, { left: 304, top: 198 }],
  ['below, when the line goes on', { texts: [makeBox(300, 200, 500, 20)] }, { left: 288, top: 224 }],
  [
    'above, when there is text below too',
    { texts: [makeBox(300, 200, 500, 20), makeBox(0, 220, 800, 380)] },
    { left: 288, top: 172 },
  ],
  [
    'behind the line',
    { texts: [makeBox(300, 200, 40, 20), makeBox(0, 0, 300, 190), makeBox(0, 225, 300, 300)] },
    { left: 340, top: 198 },
  ],
  [
    'before the line, when it ends at the window’s edge',
    { texts: [makeBox(300, 200, 500, 20), makeBox(80, 0, 720, 190), makeBox(80, 225, 720, 300)] },
    { left: 72, top: 198 },
  ],
  ['below, in a full window', { texts: [makeBox(0, 0, 800, 600)] }, { left: 288, top: 224 }],
  [
    'inside a full window',
    { box: makeBox(700, 590, 100, 20), texts: [makeBox(0, 0, 800, 600)] },
    { left: 776, top: 576 },
  ],
])('the icon stands %s', (_where, { box = end, texts }, place) => {
  const isFree = (tried: Box) => !texts.some((text) => overlaps(tried, text));
  expect(chooseIconPlace(box, viewport, isFree)).toMatchObject(place);
});
