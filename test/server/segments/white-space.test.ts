import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitOuterSpace } from '../../../server/segments/white-space.ts';

it.each([
  ['a b', ['', 'a b', '']],
  [' \na b\u2028', [' \n', 'a b', '\u2028']],
  ['\u0085a\u0085', ['\u0085', 'a', '\u0085']],
  [' \t', [' \t', '', '']],
  ['', ['', '', '']],
  ['\0', ['', '\0', '']],
])('splits %j', (text, parts) => {
  expect(Object.values(splitOuterSpace(text))).toEqual(parts);
});

it('loses nothing of any text', () => {
  const anyText = fc.stringMatching(/^[ab \n\r\u0085\u2028]*$/);
  fc.assert(
    fc.property(anyText, (text) => {
      const { lead, core, trail } = splitOuterSpace(text);
      expect(lead + core + trail).toBe(text);
      expect(core).toBe(core.trim().replaceAll(/^\u0085+|\u0085+$/g, ''));
    }),
  );
});
