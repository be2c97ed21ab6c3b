import { expect, test } from 'vitest';
import { isPhrase } from '../../../extension/view/is-phrase.ts';

test.each([
  ['word', true],
  ['  by and large ', true],
  ['Donaudampfschifffahrtsgesellschaft', true],
  ['天気予報', true],
  ['', false],
  [' \n ', false],
  ['Wait!', false],
  ['今日はいい天気です。', false],
  ['two\nlines', false],
  ['one two three four five', false],
  ['Donaudampfschifffahrtsgesellschaftskapitänsmütze', false],
])('takes %j for a phrase: %s', (text, expected) => {
  expect(isPhrase(text)).toBe(expected);
});
