import { expect, test } from 'vitest';
import { createMissingPair, describePairs, findPair } from '../../../server/engines/find-pair.ts';

const enPt = { source: 'en', target: 'pt' };
const ptEn = { source: 'pt', target: 'en' };
const pairs = [enPt, ptEn];

test.each([
  ['en', 'pt', enPt],
  ['en-GB', 'pt-BR', enPt],
  ['EN', 'PT-pt', enPt],
  ['pt', 'en-US', ptEn],
  ['und', 'pt', enPt],
  ['und', 'en', ptEn],
])('from %s into %s the pair of the same languages serves', (source, target, pair) => {
  expect(findPair(pairs, source, target)).toEqual(pair);
});

test.each([
  ['en', 'fr'],
  ['fr', 'pt'],
  ['und', 'zh'],
  ['en', 'en'],
  ['eng', 'pt'],
])('from %s into %s there is no pair', (source, target) => {
  expect(findPair(pairs, source, target)).toBeUndefined();
});

test('the failure for a missing pair names the languages and the pairs there are', () => {
  expect(createMissingPair(pairs, 'fr', 'pt')).toMatchObject({
    code: 'unsupported_language',
    message: expect.stringContaining('from fr into pt') as string,
    hint: expect.stringContaining('en → pt, pt → en') as string,
  });
});

test('pairs are described with arrows', () => {
  expect(describePairs(pairs)).toBe('en → pt, pt → en');
});
