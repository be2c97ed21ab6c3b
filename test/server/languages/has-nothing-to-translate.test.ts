import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasNothingToTranslate } from '../../../server/languages/has-nothing-to-translate.ts';
import { floresLanguages, readFloresHalf } from '../../read-flores.ts';

test.each([
  '',
  '42',
  '1,234.56 €',
  '12:30 – 14:00',
  '2024-05-17',
  '٣٫١٤',
  '१२३',
  'https://example.com/some/path?with=words#and-more',
  'www.example.com',
  'example.com',
  'someone@example.com',
  'mailto:someone@example.com',
  '`npm run build`',
  '```js\nconst answer = 42;\n```',
  '{0} / {1}',
  '{{name}}: %s, %1$d, ${count}',
  'max_retry_count',
  '--no-color',
  'print()',
  'sign_in',
  '`SELECT name FROM users`',
  '— … !?',
  '😀🎉👩‍👩‍👧 ℹ️ ™ ©',
  '1º, 2ª',
  '<1>42</1>',
  '* * *',
])('%j has nothing to translate', (text) => {
  expect(hasNothingToTranslate(text)).toBe(true);
});

test.each([
  'a',
  'OK',
  'Iñtërnâtiônàl',
  '是',
  'の',
  'ไ',
  '5 km',
  '3 º andar',
  'see https://example.com',
  'a@b',
  'Use `x` here',
  'e.g.',
  'U.S.A.',
  '100 % sicher',
  'and/or',
  'well-known',
  '{not a placeholder, is it}',
  'http is a protocol',
  'Kolleg_innen',
  'Schüler_innen',
  'jede_r',
  '--Achtung',
  '`Hello my friend`',
])('%j has something to translate', (text) => {
  expect(hasNothingToTranslate(text)).toBe(false);
});

test.each(floresLanguages)('Every word of every sentence in %s has something to translate', (tag) => {
  const words = readFloresHalf(tag, 'even').flatMap((line) => line.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
  expect(words.length).toBeGreaterThan(90);
  expect(words.filter((word) => hasNothingToTranslate(word))).toEqual([]);
});

test('A word between anything that could be cut away is still found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('1', ',', '.', '%', '{', '}', '<', '>', '/', '@', ':', ' ', '😀')),
      (noise) => {
        expect(hasNothingToTranslate(`${noise.join('')} Wort ${noise.join('')}`)).toBe(false);
      },
    ),
  );
});
