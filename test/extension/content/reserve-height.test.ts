import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  estimateLines,
  getLinesHeight,
  reserveHeight,
  type HeightQuestion,
} from '../../../extension/content/reserve-height.ts';

const width = 400;
const asked: HeightQuestion = {
  ...{ expected: 188, shown: 0, isGrowing: true, given: undefined, room: 480 },
};

test.each([
  ['a word', 'weather', 1],
  ['nothing', '', 1],
  ['a sentence that fills one line and a little', 'The weather is lovely today, for once.', 1],
  ['two sentences', 'The weather is lovely today. We walked along the river until the sun went down.', 2],
  ['three short lines', 'Roses are red\nViolets are blue\nSugar is sweet', 3],
  ['an empty line between two', 'One\n\nTwo', 3],
  ['Chinese, whose letters are wide', '天气真好'.repeat(10), 3],
  ['Hangul', '날씨가'.repeat(10), 2],
])('room is kept for %s', (_what, text, lines) => {
  expect(estimateLines(text, width)).toBe(lines);
});

test('the height of lines is what the overlay has around them, and theirs', () => {
  expect([1, 3].map(getLinesHeight)).toEqual([108, 160]);
});

test.each<[string, Partial<HeightQuestion>, number]>([
  ['for what is to be expected', {}, 188],
  ['for no more than there is room', { expected: 2000 }, 480],
  ['for what was there already', { shown: 300 }, 300],
  ['for nothing when the text is there', { shown: 300, isGrowing: false }, 0],
  ['for what the reader gave it', { given: 400 }, 400],
  ['for that also at the end', { given: 400, isGrowing: false }, 400],
  ['for less where the reader wants less', { given: 130, shown: 300 }, 130],
  ['for less than the reader wants where there is no room', { given: 900 }, 480],
])('the height is kept %s', (_what, more, height) => {
  expect(reserveHeight({ ...asked, ...more })).toBe(height);
});

test('while text comes, the height never gets less', () => {
  const heights = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.nat(), heights, (expected, seen) => {
      const reserved = seen.map((_height, index) =>
        reserveHeight({ ...asked, expected, shown: Math.max(...seen.slice(0, index + 1)) }),
      );
      expect(reserved).toEqual(reserved.toSorted((a, b) => a - b));
    }),
  );
});
