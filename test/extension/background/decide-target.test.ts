import { expect, test } from 'vitest';
import { decideTarget } from '../../../extension/background/decide-target.ts';

test.each<[string, string, string, number, string]>([
  ['de', 'en', 'de', 0.99, 'en'],
  ['de', 'en', 'en', 0.99, 'de'],
  ['de', 'en', 'fr', 1, 'de'],
  ['de', 'en', 'de', 0.95, 'de'],
  ['de', 'en', 'und', 0, 'de'],
  ['pt-BR', 'en', 'pt', 1, 'en'],
  ['zh-Hant', 'en', 'zh-Hant', 1, 'en'],
  ['zh-Hant', 'en', 'zh-Hans', 1, 'zh-Hant'],
  ['en', '', 'en', 1, 'en'],
  ['en', 'en', 'en', 1, 'en'],
  ['pt', 'pt-BR', 'pt', 1, 'pt'],
])(
  'with %s, then "%s", a text that is %s with a confidence of %d goes into %s',
  (target, secondTarget, language, confidence, into) => {
    expect(decideTarget({ target, secondTarget, detected: { language, confidence } })).toBe(into);
  },
);

test('what nobody knows the language of goes into the first', () => {
  expect(decideTarget({ target: 'de', secondTarget: 'en', detected: undefined })).toBe('de');
});
