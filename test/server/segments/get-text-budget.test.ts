import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getExpansion } from '../../../server/segments/get-expansion.ts';
import { getTextBudget } from '../../../server/segments/get-text-budget.ts';

it.each([
  ['pt', 2048, 400],
  ['hi', 2048, 250],
  ['am', 2048, 180],
])('takes a segment into %s within %d tokens', (target, contextTokens, least) => {
  const budget = getTextBudget({ contextTokens, promptTokens: 300, factor: 1, target });
  expect(budget).toBeGreaterThan(least);
});

it('leaves room for prompt, text and answer, and is never below 32', () => {
  const options = fc.record({
    contextTokens: fc.integer({ min: 1, max: 100_000 }),
    promptTokens: fc.integer({ min: 0, max: 5000 }),
    factor: fc.double({ min: 0.5, max: 4, noNaN: true }),
    target: fc.constantFrom('en', 'el', 'zh-Hant', 'ja', 'hi', 'ta', 'xx'),
  });
  fc.assert(
    fc.property(options, ({ contextTokens, promptTokens, factor, target }) => {
      const budget = getTextBudget({ contextTokens, promptTokens, factor, target });
      const all = promptTokens * factor + budget * (1 + getExpansion(target));
      expect(budget >= 32 && (budget === 32 || all <= contextTokens)).toBe(true);
    }),
  );
});
