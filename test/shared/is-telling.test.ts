import { expect, test } from 'vitest';
import { isTelling } from '../../shared/is-telling.ts';

test.each<[string, boolean]>([
  ['', false],
  ['Hand', false],
  ['12345 67890 12345 !?', false],
  ['Guten Morgen', false],
  ['Guten Morgen!', false],
  ['Guten Morgen, du', true],
  ['Доброе утро, мир', true],
  ['東京', false],
  ['東京の天気', true],
  ['안녕하세요', true],
])('whether %j is long enough to be sure of its language: %s', (text, is) => {
  expect(isTelling(text)).toBe(is);
});
