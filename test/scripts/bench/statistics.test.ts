import { expect, it } from 'vitest';
import { getSpread } from '../../../scripts/bench/statistics.ts';

it.each([
  [[7], { median: 7, low: 7, high: 7 }],
  [[3, 1, 2], { median: 2, low: 1.5, high: 2.5 }],
  [[4, 1, 3, 2], { median: 2.5, low: 1.75, high: 3.25 }],
  [[10, 9, 1000, 8, 7], { median: 9, low: 8, high: 10 }],
])('finds the middle of %j and of its halves', (numbers, spread) => {
  expect(getSpread(numbers)).toEqual(spread);
});

it('finds no middle of nothing', () => {
  expect(() => getSpread([])).toThrow('nothing');
});
