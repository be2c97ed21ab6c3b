import { expect, test } from 'vitest';
import { isReadable } from '../../../extension/content/is-readable.ts';
import type { ChosenLanguages } from '../../../extension/settings/choose-languages.ts';

const text = 'The ships came home at last.';
const portuguese: ChosenLanguages = { target: 'pt', secondTarget: '' };

test.each<[string, languages: ChosenLanguages, known: string[], language: string, boolean]>([
  ['the target, and there is no second', portuguese, ['en'], 'pt', true],
  ['the target, in another region', { ...portuguese, target: 'pt-BR' }, ['en'], 'pt-PT', true],
  ['the target, and there is a second', { target: 'pt', secondTarget: 'en' }, ['pt'], 'pt', false],
  ['another language', portuguese, ['en'], 'es', false],
  ['no language that is known', portuguese, ['en'], 'und', false],
  ['that of a browser that knows English alone', { target: '' }, ['en-GB', 'en'], 'en', true],
  ['the first of a browser that knows more', { target: '' }, ['en', 'de'], 'en', false],
  ['the first of a browser, which is not English', { target: '' }, ['de'], 'de', false],
  ['the first of a browser, without a second', { target: '', secondTarget: '' }, ['de'], 'de', true],
  ['the target, in one of its scripts', { target: 'zh-Hans', secondTarget: '' }, ['en'], 'zh', false],
])('whether a text that is in %s can be read', (_what, languages, known, language, readable) => {
  const detected = { isReliable: true, languages: [{ language }] };
  expect(isReadable(text, detected, { ...languages, known })).toBe(readable);
});

test('what the browser is not sure of is not taken for readable', () => {
  const languages = { ...portuguese, known: ['en'] };
  const [likeliest] = [{ language: 'pt' }];
  expect(isReadable(text, { isReliable: false, languages: [likeliest] }, languages)).toBe(false);
  expect(isReadable(text, { isReliable: true, languages: [] }, languages)).toBe(false);
  expect(isReadable('Sol', { isReliable: true, languages: [likeliest] }, languages)).toBe(false);
});
