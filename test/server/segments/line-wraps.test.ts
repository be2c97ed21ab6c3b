import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hideLineWraps, unwrapLines, wrapLines } from '../../../server/segments/line-wraps.ts';
import { unicodeText } from '../engines/bergamot/unicode-text.ts';

const line = 'A line that is long enough to have been wrapped by';

test.each([`${line}\na program`, `${line} \r\na program`, `${line} the\nProgram`, `${line},\nProgram`])(
  '%j is a wrapped line',
  (text) => {
    expect(hideLineWraps(text)).not.toMatch(/\n/);
    expect(hideLineWraps(text)).toHaveLength(text.length);
  },
);

test.each([
  `${line}.\na program`,
  `${line} programs\nProgram`,
  `${line}\n\na program`,
  `${line}\n  a program`,
  'short\na program',
])('%j is not a wrapped line', (text) => {
  expect(hideLineWraps(text)).toBe(text);
});

test('a word hyphenated at the end of a line is whole again', () => {
  expect(unwrapLines('the trans-\nlation of\r\nbooks')).toBe('the translation of books');
});

test('breaks come where the same share of the text is done', () => {
  expect(wrapLines('um dois três quatro cinco seis', 'one two\nthree four \r\nfive six')).toBe(
    'um dois\ntrês quatro \r\ncinco seis',
  );
});

test('no break is lost, and nothing but spaces is replaced', () => {
  const keeps = (translation: string, source: string): boolean => {
    const wrapped = wrapLines(translation, source);
    const countBreaks = (text: string): number => text.split('\n').length;
    const strip = (text: string): string => text.replace(/[ \r\n]/g, '');
    return countBreaks(wrapped) === countBreaks(source) && strip(wrapped) === strip(translation);
  };
  const translation = unicodeText.map((text) => text.replace(/\s/g, ' '));
  fc.assert(fc.property(translation, unicodeText, keeps), { numRuns: 500 });
});
