import { expect, it } from 'vitest';
import { estimateTokens } from '../../../server/segments/estimate-tokens.ts';
import { getOutputLimit } from '../../../server/segments/get-output-limit.ts';
import { floresLanguages, readFlores } from '../../read-flores.ts';

it('is 256 for a few words', () => {
  expect(getOutputLimit('Hello', 'pt')).toBe(256);
});

it('lets numbers and code through as they are', () => {
  const text = '3.14159 26535 '.repeat(100);
  expect(getOutputLimit(text, 'en')).toBeGreaterThan(estimateTokens(text));
});

const pairs = floresLanguages.flatMap((source) =>
  ['en', 'el', 'hi', 'zh', 'th', 'he'].map((target) => [source, target]),
);

it.each(pairs)(
  'is more than a translation from %s into %s takes, and at most six times that',
  (source = '', target = '') => {
    const targets = readFlores(target);
    const texts = readFlores(source);
    for (let i = 0; i < texts.length; i += 10) {
      const limit = getOutputLimit(texts.slice(i, i + 10).join(' '), target);
      // Estimates are above what any tokenizer takes.
      const tokens = estimateTokens(targets.slice(i, i + 10).join(' '));
      expect(limit).toBeGreaterThan(tokens);
      expect(limit).toBeLessThan(Math.max(6 * tokens, 257));
    }
  },
);
