import { expect, test } from 'vitest';
import { isSameLanguage } from '../../shared/is-same-language.ts';

test.each([
  ['pt', 'pt-BR', true],
  ['pt-BR', 'pt', true],
  ['pt-AO', 'pt-BR', true],
  ['pt-PT', 'pt-BR', false],
  ['en-GB', 'en-US', false],
  ['en', 'EN_us', true],
  ['es', 'es-419', true],
  ['zh-Hans', 'zh-Hant', false],
  ['zh-CN', 'zh-TW', false],
  ['zh', 'zh-Hans', true],
  ['zh-Hant', 'zh', true],
  ['zh-Hant', 'yue', false],
  ['sr-Cyrl', 'sr-Latn', false],
  ['sr', 'sr-Cyrl', true],
  ['nb', 'no', true],
  ['nb', 'nn', false],
  ['tl', 'fil', true],
  ['iw', 'he', true],
  ['hr', 'bs', false],
  ['de', 'en', false],
  ['und', 'und', false],
  ['auto', 'auto', false],
  ['', '', false],
])('%s and %s: %s', (a, b, same) => {
  expect(isSameLanguage(a, b)).toBe(same);
  expect(isSameLanguage(b, a)).toBe(same);
});
