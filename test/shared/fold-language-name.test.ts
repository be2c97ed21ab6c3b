import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldLanguageName } from '../../shared/fold-language-name.ts';

it.each([
  ['case, accents and the word "language"', ' The Français LANGUAGE', 'francais the'],
  ['the order of words and brackets', 'Chinese (Simplified)', 'chinese simplified'],
  ['apostrophes of any kind', "oʻzbek o‘zbek o’zbek o'zbek", 'ozbek ozbek ozbek ozbek'],
  ['traditional characters', '烏爾都語 羅馬尼亞語', '乌尔都语 罗马尼亚语'],
  ['the word for language after a Chinese name', '英文 英語 广东话', '广东语 英语 英语'],
  ['zero-width characters and full-width letters', 'ｐｔ\u200c\u200f', 'pt'],
  ['what has no letters', ' (...) – ', ''],
])('folds %s', (_what, name, folded) => {
  expect(foldLanguageName(name)).toBe(folded);
});

it('keeps vowel signs that make words in Indic scripts', () => {
  expect(foldLanguageName('मगही')).not.toBe(foldLanguageName('मगह'));
});

it('folds a folded name to itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const folded = foldLanguageName(name);
      expect(foldLanguageName(folded)).toBe(folded);
    }),
  );
});
