import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskText, unmaskText } from '../../../../server/engines/bergamot/mask-text.ts';
import { unicodeText } from './unicode-text.ts';

function getMasks(text: string): string[] {
  return maskText(text).masks.map(({ original }) => original);
}

test('unmasking undoes masking, whatever the text', () => {
  const isUndone = (text: string): boolean => {
    const masked = maskText(text);
    return unmaskText(masked.text, masked) === text;
  };
  fc.assert(fc.property(unicodeText, isUndone), { numRuns: 1000 });
});

test('masks and the pieces between them tile any text', () => {
  const tiles = (text: string): boolean => {
    const { pieces, masks } = maskText(text);
    return pieces.map((piece, i) => piece + (masks[i]?.original ?? '')).join('') === text;
  };
  fc.assert(fc.property(unicodeText, tiles), { numRuns: 1000 });
});

test.each([
  ['See https://a.b/c?d=e, or (http://x.y/z_w).', ['https://a.b/c?d=e', 'http://x.y/z_w']],
  ['Mail bob.b+c@example.co.uk!', ['bob.b+c@example.co.uk']],
  ['Hi {0} and {{ name }}, %s or ${x}: %1$s.', ['{0}', '{{ name }}', '%s', '${x}', '%1$s']],
  ['{n, plural, one {# file} other {# files}} left', ['{n, plural, one {# file} other {# files}}']],
  ['Run `npm i` for C# as @user, ~/x', ['`npm i`', 'C#', '@user', '~/x']],
  ['a <b>bold</b> &amp; word', ['<b>', '</b> &amp;']],
  ['Eat 寿司 in 東京, say Привет мир', ['寿司', '東京', 'Привет мир']],
  ['So 👩‍👩‍👧‍👦, 🏳️‍🌈, 🇧🇷, 1️⃣, 👍🏽.', ['👩‍👩‍👧‍👦', '🏳️‍🌈', '🇧🇷', '1️⃣', '👍🏽']],
  ['Pay €50, 20 £; 5 × 3 is ½.', ['€50', '20 £', '5 × 3', '½']],
  ['I have 5 {0} and 5 `x`', ['{0}', '`x`']],
  ['NOW<```\nx = 1\n``` it', ['<```\nx = 1\n```']],
  ['Zoë Müller drank H₂O', ['Zoë Müller', 'H₂O']],
  ['said so[1] and[note 2] so', ['[1]', '[note 2]']],
  ['a\u0007b', ['\u0007']],
])('of %j is masked what the models destroy', (text, masks) => {
  expect(getMasks(text)).toEqual(masks);
});

test.each([
  '50% of 100',
  'naïve façade',
  '“quoted” — it’s…',
  'São Paulo, 1º lugar',
  'R&D',
  'if 5 > 3',
  'foo.bar(x)',
  'It`s',
])('of %j nothing is masked', (text) => {
  expect(getMasks(text)).toEqual([]);
});

test('a placeholder never looks like something in the text', () => {
  expect(maskText('X1 or XQ2 and {0}').text).toBe('X1 or XQ2 and XQQ1');
});

test('a placeholder stands alone even where its original does not', () => {
  const masked = maskText('great🎉party');
  expect(masked.text).toBe('great X1 party');
  expect(unmaskText('festa X1 ótima', masked)).toBe('festa🎉ótima');
});

test.each(['nothing', 'X1', 'X1 X1 X2', 'X1 X2 X3', 'X1 X20'])(
  '%j is not a translation of two placeholders',
  (text) => {
    expect(unmaskText(text, maskText('{0} and {1}'))).toBeUndefined();
  },
);
