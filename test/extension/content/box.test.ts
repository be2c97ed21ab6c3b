import { expect, test } from 'vitest';
import { getVisibleBox, moveBox, type Box } from '../../../extension/content/box.ts';

const viewport = { width: 100, height: 100 };
const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom });

test.each<[string, Box[], Box | undefined]>([
  ['nothing', [], undefined],
  ['one box', [box(10, 10, 20, 20)], box(10, 10, 20, 20)],
  ['lines of a text', [box(50, 10, 90, 20), box(10, 20, 40, 30)], box(10, 10, 90, 30)],
  ['a box without width', [box(10, 10, 10, 20)], undefined],
  ['a box without height beside a real one', [box(0, 5, 9, 5), box(10, 10, 20, 20)], box(10, 10, 20, 20)],
  ['a box that is half outside', [box(-10, 90, 20, 130)], box(0, 90, 20, 100)],
  ['a line inside and one outside', [box(10, 80, 20, 90), box(10, 180, 90, 190)], box(10, 80, 20, 90)],
  ['lines that are all outside', [box(10, -40, 20, -30), box(0, -30, 5, -20)], box(0, -40, 20, -20)],
])('what is seen of %s', (_what, boxes, visible) => {
  expect(getVisibleBox(boxes, viewport)).toEqual(visible);
});

test('a box inside a frame is moved by the place of the frame', () => {
  expect(moveBox(box(1, 2, 3, 4), 10, 20)).toEqual(box(11, 22, 13, 24));
});
