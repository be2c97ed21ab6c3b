import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutToFit } from '../../../server/segments/cut-to-fit.ts';
import { estimateTokens } from '../../../server/segments/estimate-tokens.ts';
import { anyLanguage, anyText } from './hard-texts.ts';

it('leaves a text that fits as it is', () => {
  expect(cutToFit(' Hello. World. ', 100, { language: 'en', factor: 1 })).toEqual([' Hello. World. ']);
});

it('makes nothing of nothing', () => {
  expect(cutToFit('', 100, { language: 'en', factor: 1 })).toEqual([]);
});

it('cuts at sentences that are whole in the pieces', () => {
  const text = 'Mr. Smith came in. He sat down. Then he left again. Nobody saw him.';
  expect(cutToFit(text, 8, { language: 'en', factor: 1 })).toEqual([
    'Mr. Smith came in. ',
    'He sat down. ',
    'Then he left again. ',
    'Nobody saw him.',
  ]);
});

it('makes the pieces smaller for a model that needs more tokens', () => {
  const text = 'This is a sentence. '.repeat(40);
  const count = (factor: number): number => cutToFit(text, 100, { language: 'en', factor }).length;
  expect(count(2)).toBeGreaterThan(1.5 * count(1));
  expect(count(0.5)).toBeLessThan(count(1));
});

it('tiles any text, within the limit unless one character is more, the same way each time', () => {
  const limits = fc.integer({ min: 1, max: 200 });
  const factors = fc.double({ min: 0.5, max: 4, noNaN: true });
  fc.assert(
    fc.property(anyText, anyLanguage, limits, factors, (text, language, maxTokens, factor) => {
      const pieces = cutToFit(text, maxTokens, { language, factor });
      expect(pieces.join('')).toBe(text);
      expect(pieces.slice(1).every((piece) => /^[^\s\u0085]/.test(piece))).toBe(true);
      for (const piece of pieces.map((it) => it.replaceAll('\u0085', ' ').trim())) {
        const fits = estimateTokens(piece) * factor <= maxTokens || Array.from(piece).length === 1;
        expect(fits).toBe(true);
      }
      expect(cutToFit(text, maxTokens, { language, factor })).toEqual(pieces);
    }),
  );
});

it('never cuts a surrogate pair', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.integer({ min: 1, max: 20 }),
      (text, maxTokens) => {
        const pieces = cutToFit(text, maxTokens, { language: 'und', factor: 1 });
        expect(pieces.every((piece) => piece.isWellFormed())).toBe(text.isWellFormed());
      },
    ),
  );
});

it('leaves an address whole that fits exactly', () => {
  const address = 'https://example.com/a/b/c.html';
  const options = { language: 'zh', factor: 1 };
  const pieces = cutToFit(`${address}。第二句。第三句也在这里。`, estimateTokens(address), options);
  expect(pieces[0]).toBe(address);
});
