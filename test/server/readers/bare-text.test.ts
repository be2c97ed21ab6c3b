import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BareText } from '../../../server/readers/bare-text.ts';

it.each([
  [
    ['a\r', '\nb'],
    ['a', '\r\nb'],
  ],
  [['a\r'], ['a']],
  [
    ['\uD83D', '\uDE00'],
    ['', '\u{1F600}'],
  ],
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
])('cuts %j as %j', (chunks, expected) => {
  const text = new BareText();
  expect(chunks.map((chunk) => text.push(chunk))).toEqual(expected);
});

it('loses nothing of any text in any chunks', () => {
  const chunk = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '\uD83D', '\uDE00') });
  fc.assert(
    fc.property(fc.array(chunk), (chunks) => {
      const text = new BareText();
      expect([...chunks.map((one) => text.push(one)), text.end()].join('')).toBe(chunks.join(''));
    }),
  );
});
