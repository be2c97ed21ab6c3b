import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateTokens, walkTokens } from '../../../server/segments/estimate-tokens.ts';
import { readFlores } from '../../read-flores.ts';
import { anyText } from './hard-texts.ts';

/** What the 200 sentences of a language take with the tokenizers of Gemma 3, Qwen 3 and Llama 3. */
const measured: Record<string, [gemma: number, qwen: number, llama: number]> = {
  ar: [8121, 9038, 9011],
  cs: [8132, 10955, 8040],
  de: [7221, 8510, 8387],
  el: [12068, 26583, 12193],
  en: [5576, 5626, 5467],
  es: [7203, 8537, 8435],
  fa: [8000, 13862, 8252],
  fr: [7702, 8698, 8583],
  he: [9642, 8441, 19440],
  hi: [7252, 24004, 13668],
  it: [7589, 9077, 8920],
  ja: [6965, 8210, 8430],
  ko: [7692, 9371, 8229],
  nl: [7554, 8823, 8662],
  pl: [8174, 9771, 10104],
  pt: [6791, 7948, 7871],
  ru: [7885, 10146, 9217],
  sv: [7438, 8539, 8366],
  th: [8929, 14185, 11865],
  tr: [7424, 8732, 7478],
  uk: [9094, 13982, 9182],
  vi: [7351, 7783, 7396],
  zh: [6583, 6306, 7546],
};

describe.each(Object.entries(measured))('the estimate for %s', (language, counts) => {
  const sentences = readFlores(language);
  const estimate = sentences.reduce((sum, sentence) => sum + estimateTokens(sentence), 0);

  it('is at least what each tokenizer needs, and not twice what the worst needs', () => {
    expect(estimate).toBeGreaterThanOrEqual(Math.max(...counts));
    expect(estimate).toBeLessThan(2 * Math.max(...counts));
  });
});

it.each([
  ['nothing', '', 0, 0],
  ['a word', 'Hello', 1, 2],
  ['letters one by one', 'a b c d e f g h', 7, 10],
  ['digits', '3.14159265358979323846', 22, 26],
  ['emoji', '😀😃😄😁😆😅😂🤣', 16, 32],
  ['a family', '👨‍👩‍👧‍👦', 11, 20],
  ['code', 'for (let i = 0; i < items.length; i += 1) {}', 20, 34],
  [
    'random letters',
    'dGhpcyBpcyBhIGJhc2U2NCBlbmNvZGVkIHN0cmluZyB3aXRoIHJhbmRvbSBkYXRhIHEycjlmOGo0a2wx',
    49,
    90,
  ],
  ['Ethiopic', 'የሰው፡ልጅ፡ሁሉ፡ሲወለድ፡ነጻና፡በክብርና', 70, 90],
])('counts %s', (_name, text, least, most) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(least);
  expect(estimateTokens(text)).toBeLessThanOrEqual(most);
});

it('never makes parts less than the whole, nor the whole less than a part', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const parts = estimateTokens(a) + estimateTokens(b);
      // A pair whose halves meet is one character, and the end of a long word takes more than a word as short.
      fc.pre(!/[\ud800-\udbff]$/.test(a) || !/^[\udc00-\udfff]/.test(b));
      fc.pre(!/[a-z\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]{2}/i.test(a.slice(-1) + b.slice(0, 1)));
      expect(parts).toBeGreaterThanOrEqual(estimateTokens(a + b));
      expect(estimateTokens(a + b)).toBeGreaterThanOrEqual(estimateTokens(a));
    }),
  );
});

it('stops where it is told to', () => {
  const ends: number[] = [];
  walkTokens('a😀bcd', 1, (end) => ends.push(end) < 2);
  expect(ends).toEqual([3, 4]);
});
