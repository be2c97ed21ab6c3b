import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitSentences } from '../../../../server/engines/bergamot/split-sentences.ts';
import { unicodeText } from './unicode-text.ts';

function getTexts(text: string): string[] {
  return splitSentences(text, 'en').map((sentence) => sentence.text);
}

test('sentences and gaps tile any text', () => {
  const tiles = (text: string): boolean =>
    splitSentences(text, 'en')
      .map((sentence) => sentence.text + sentence.gap)
      .join('') === text;
  fc.assert(fc.property(unicodeText, tiles), { numRuns: 1000 });
});

test('no sentence holds white space that a model would flatten, unless it is code or a wrapped line', () => {
  const isFlat = (text: string): boolean =>
    getTexts(text).every((sentence) => !/ {2}|[\p{Cc}\u2028]/u.test(sentence));
  const withoutCode = unicodeText.filter((text) => !/[`{<]|[\p{L}\p{N},)"”’-] ?\r?\n/u.test(text));
  fc.assert(fc.property(withoutCode, isFlat), { numRuns: 1000 });
});

test.each([
  [
    'Mr. Smith met Dr. J. R. Jones on Jan. 5. He left.',
    ['Mr. Smith met Dr. J. R. Jones on Jan. 5.', 'He left.'],
  ],
  ['"Go!" he said. Yahoo! is a company.', ['"Go!" he said.', 'Yahoo! is a company.']],
  ['O Sr. Silva e a Dra. Ana, p. ex. Vide pág. 5.', ['O Sr. Silva e a Dra. Ana, p. ex. Vide pág. 5.']],
  ['It is big.[1][2] It has rivers.', ['It is big.', 'It has rivers.']],
  ['Great job 🎉 See you', ['Great job', 'See you']],
  ['It failed :( Thanks. Ok', ['It failed', 'Thanks.', 'Ok']],
  ['— Não sei — disse ela. — Talvez.', ['— Não sei — disse ela.', 'Talvez.']],
  ['I love 🎉 parties', ['I love 🎉 parties']],
  ['Home › Shoes | Blue', ['Home', 'Shoes', 'Blue']],
  ['• One\n• Two', ['', 'One', 'Two']],
  ['a\tb\0c\u0085d\u2028e', ['a', 'b', 'c', 'd', 'e']],
  ['Run `a.  B! C` now. Then stop.', ['Run `a.  B! C` now.', 'Then stop.']],
  ['See https://a.b/?Id=5!Foo now', ['See https://a.b/?Id=5!Foo now']],
])('%j is cut where its sentences end', (text, sentences) => {
  expect(getTexts(text)).toEqual(sentences);
});

test('a wrapped line stays with its sentence, a heading does not', () => {
  const wrapped = 'This line is long enough to have been wrapped by a\nprogram. Next.';
  const heading = 'How cyclists changed the face of our modern cities\nThe bicycle is old.';
  expect(getTexts(wrapped)[0]).toBe('This line is long enough to have been wrapped by a\nprogram.');
  expect(getTexts(heading)).toHaveLength(2);
});

test('a very long sentence is cut behind a clause', () => {
  const sentences = getTexts('and on it goes, '.repeat(100));
  expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(400);
  expect(sentences.every((sentence) => sentence === '' || sentence.endsWith('goes,'))).toBe(true);
});

test('a very long piece of code is not cut', () => {
  const code = `\`${'f(x); '.repeat(100)}\``;
  expect(getTexts(`Run ${code} now.`)).toContain(code);
});

// Patterns that try each place of a long word, or each way to cut a long run, would take minutes for these.
test.each([
  'a',
  ' ',
  '.',
  '`',
  '{',
  '<a ',
  'a@',
  'http://',
  '1,',
  '€',
  '€ 5 ',
  '🎉',
  '🎉 ',
  '你',
  '\0',
  ' | ',
  '.[1] ',
  '``a ',
  'Mr. ',
])('a hundred thousand characters of %j are cut within a moment', (unit) => {
  const text = unit.repeat(100_000 / unit.length);
  expect(getTexts(text).join('').length).toBeLessThanOrEqual(text.length);
});
