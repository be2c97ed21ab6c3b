import { expect, test } from 'vitest';
import { chooseLanguages } from '../../../extension/settings/choose-languages.ts';

test.each<[string[], string, string]>([
  [['de'], 'de', 'en'],
  [['de-AT', 'de', 'fr-CH', 'en'], 'de', 'fr'],
  [['zh-TW', 'zh-CN', 'ja'], 'zh-Hant', 'ja'],
  [['tlh', 'pt-BR', 'en-US'], 'pt-BR', 'en-US'],
  [['en-GB'], 'en-GB', ''],
  [['en-US', 'en'], 'en-US', ''],
  [['en-US', 'en', 'es-MX', 'es'], 'en-US', 'es'],
  [['tlh'], 'en', ''],
  [[], 'en', ''],
])('a browser in %j translates into %s, and what is in that already into "%s"', (browser, target, second) => {
  expect(chooseLanguages({ target: '' }, browser)).toEqual({ target, secondTarget: second });
});

test.each<[string, string | undefined, string]>([
  ['ja', undefined, 'de'],
  ['de-CH', undefined, 'fr'],
  ['en', undefined, 'de'],
  ['ja', 'pt', 'pt'],
  ['ja', '', ''],
])('the reader chose %s and %j: the second is "%s"', (target, chosen, second) => {
  const chosenLanguages = { target, secondTarget: chosen };
  expect(chooseLanguages(chosenLanguages, ['de', 'fr'])).toEqual({ target, secondTarget: second });
});
