import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutSegments, maxSegmentTokens } from '../../../server/segments/cut-segments.ts';
import { estimateTokens } from '../../../server/segments/estimate-tokens.ts';
import { floresLanguages, readFlores } from '../../read-flores.ts';
import { anyLanguage, anyText, endlessTexts, joinSentences, measureMs } from './hard-texts.ts';

it.each([
  ['one paragraph', ['a b']],
  ['two paragraphs', ['a\n\n', 'b']],
  ['lines of one paragraph', ['a\nb\r\nc']],
  ['CRLF, counted as one break', ['a\r\n\r\n', 'b\r\nc']],
  ['blank lines with spaces in them', ['a\n \t\n', 'b']],
  ['white space before the first and after the last', ['\n\n a\n\n', 'b\n\n']],
  ['nothing but white space', ['\n\n \n']],
  ['other line ends', ['a\u2029\u2029', 'b\u0085\u0085', 'c']],
  ['white space that is longer than any segment', [`${'\n'.repeat(9000)}a${'\n'.repeat(9000)}`, 'b']],
])('cuts %s', (_name, parts) => {
  expect(cut(parts.join(''))).toEqual(parts);
});

it('cuts an empty text into nothing', () => {
  expect(cutSegments([''])).toEqual([]);
});

it('tells which text a segment belongs to', () => {
  expect(cutSegments(['a', '', 'b']).map(({ text }) => text)).toEqual([0, 2]);
});

it('cuts a long paragraph evenly at the ends of sentences', () => {
  const segments = cut('Here is a sentence that says something about Mr. Smith. '.repeat(60), 'en');
  expect(segments.length).toBeGreaterThan(2);
  expect(segments.every((segment) => segment.endsWith('Smith. '))).toBe(true);
  const lengths = segments.map(({ length }) => length);
  expect(Math.min(...lengths) / Math.max(...lengths)).toBeGreaterThan(0.75);
});

it('cuts a sentence that is too long at its clauses', () => {
  const segments = cut(`${'and then there was one more thing to say, '.repeat(100)}the end.`, 'en');
  expect(segments.length).toBeGreaterThan(2);
  expect(segments.slice(0, -1).every((segment) => segment.endsWith(', '))).toBe(true);
});

it('cuts Chinese at its clauses, where no spaces are', () => {
  const segments = cut('我们今天去公园玩，明天去山上走一走，'.repeat(60), 'zh');
  expect(segments.length).toBeGreaterThan(2);
  expect(segments.slice(0, -1).every((segment) => segment.endsWith('，'))).toBe(true);
});

it('cuts a list at its lines', () => {
  const segments = cut('- an item of a long list without a stop\n'.repeat(100), 'en');
  expect(segments.every((segment) => segment.startsWith('- an') && segment.endsWith('stop\n'))).toBe(true);
});

it.each([
  ['an address', 'https://example.com/a,b;c.d/'],
  ['a mailbox', 'first.last@mail.example.com'],
  ['code', '`if (a) { b(); } else. Do: c`'],
  ['a placeholder', '{{ user. Name }}'],
  ['a tag', '<a href="x" title="One. Two">'],
  ['a block of code', '```\nlet a = 1;\n\tlet b = 2.\n```'],
])('leaves %s whole wherever it stands', (_name, whole) => {
  for (const before of [400, 430, 440, 446, 449]) {
    const text = `${'我'.repeat(before)}${whole}${'a b '.repeat(300)}`;
    expect(cut(text, 'en').some((segment) => segment.includes(whole))).toBe(true);
  }
});

it('cuts an address that alone is too long', () => {
  const address = `https://example.com/${'path/'.repeat(2000)}`;
  const segments = cut(address);
  expect(segments.length).toBeGreaterThan(5);
  expect(segments.join('')).toBe(address);
});

it.each([
  ['a line of 20,000 letters without a space', 'abcdefghij'.repeat(2000)],
  ['families', '👨‍👩‍👧‍👦'.repeat(1000)],
  ['flags', '🇫🇷'.repeat(1000)],
  ['letters with accents', 'e\u0301'.repeat(3000)],
])('cuts %s between characters', (_name, text) => {
  const segments = cut(text);
  expect(segments.length).toBeGreaterThan(3);
  const count = (part: string): number => [...new Intl.Segmenter().segment(part)].length;
  // Counted in parts, because a segmenter takes long for a long text.
  const parts = text.match(/[^]{1,110}/g) ?? [];
  const whole = parts.reduce((sum, part) => sum + count(part), 0);
  expect(segments.reduce((sum, part) => sum + count(part), 0)).toBeLessThanOrEqual(whole);
  expect(segments.every(fits)).toBe(true);
});

it('keeps what is shorter than a segment in one, whatever it is', () => {
  const text = 'Γειά σου! 你好。 Hello.\nЕщё строка.';
  expect(cut(text)).toEqual([text]);
});

it('tiles any text exactly, within the limit, beginning with no white space, the same way each time', () => {
  const longText = fc.oneof(
    anyText,
    fc.array(anyText, { maxLength: 12 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(longText, anyLanguage, (text, language) => {
      const segments = cut(text, language);
      expect(segments.join('')).toBe(text);
      expect(segments.every(fits)).toBe(true);
      expect(segments.every((segment) => segment !== '')).toBe(true);
      expect(segments.slice(1).every((segment) => /^[^\s\u0085]/.test(segment))).toBe(true);
      expect(cut(text, language)).toEqual(segments);
    }),
  );
});

it.each(endlessTexts)('takes no second for 100,000 characters of %j', (_part, text) => {
  const ms = measureMs(() => {
    expect(cut(text, 'en').every(fits)).toBe(true);
  });
  expect(ms).toBeLessThan(1000);
});

it.each(floresLanguages)(
  'cuts the 200 sentences in %s, joined, only where a sentence or a clause ends',
  (language) => {
    const text = joinSentences(readFlores(language), language);
    const segments = cut(text, language);
    expect(segments.join('')).toBe(text);
    expect(segments.every(fits)).toBe(true);
    expect(segments.length).toBeLessThan((estimateTokens(text) / maxSegmentTokens) * 1.4);
    // Thai has spaces where others have signs; in others a sentence may be too long, or lack its sign.
    const end = language === 'th' ? /\s$/ : /[.!?。！？।,;:]["”»“)']*\s*$/u;
    const ends = segments.slice(0, -1).filter((segment) => end.test(segment));
    expect(ends.length / (segments.length - 1)).toBeGreaterThan(0.9);
  },
);

function cut(text: string, source?: string): string[] {
  return cutSegments([text], source).map(({ start, end }) => text.slice(start, end));
}

function fits(segment: string): boolean {
  return estimateTokens(segment.replaceAll('\u0085', ' ').trim()) <= maxSegmentTokens;
}
