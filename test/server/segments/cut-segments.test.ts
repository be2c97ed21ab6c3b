import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutSegments } from '../../../server/segments/cut-segments.ts';

it.each([
  ['one paragraph', ['a b']],
  ['two paragraphs', ['a\n\n', 'b']],
  ['lines of one paragraph', ['a\nb\r\nc']],
  ['CRLF, counted as one break', ['a\r\n\r\n', 'b\r\nc']],
  ['blank lines with spaces in them', ['a\n \t\n', 'b']],
  ['white space before the first and after the last', ['\n\n a\n\n', 'b\n\n']],
  ['nothing but white space', ['\n\n \n']],
  ['other line ends', ['a\u2029\u2029', 'b\u0085\u0085', 'c']],
])('cuts %s', (_name, parts) => {
  expect(cut(parts.join(''))).toEqual(parts);
});

it('cuts an empty text into nothing', () => {
  expect(cutSegments([''])).toEqual([]);
});

it('tells which text a segment belongs to', () => {
  expect(cutSegments(['a', '', 'b']).map(({ text }) => text)).toEqual([0, 2]);
});

it('tiles any text exactly', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab \n\r\u0085]*$/));
  fc.assert(
    fc.property(anyText, (text) => {
      expect(cut(text).join('')).toBe(text);
      expect(cut(text).every((part) => part !== '')).toBe(true);
    }),
  );
});

function cut(text: string): string[] {
  return cutSegments([text]).map(({ start, end }) => text.slice(start, end));
}
