import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  chooseTerms,
  findTermFaults,
  isTooLarge,
  mergeGlossary,
  type Term,
} from '../../../extension/glossary/glossary.ts';

function term(source: string, target = 'x'): Term {
  return { source, target };
}

const anyTerm = fc.record({ source: fc.string({ maxLength: 3 }), target: fc.string({ maxLength: 3 }) });

test('a term needs both halves, and counts once', () => {
  const terms = [
    term('bank'),
    term('', 'casa'),
    term('house', ' '),
    term(' BANK ', 'y'),
    term('', ''),
    term('wine'),
  ];
  expect(findTermFaults(terms)).toEqual([
    undefined,
    'incomplete',
    'incomplete',
    'twice',
    undefined,
    undefined,
  ]);
});

test.each<[string, string[], string[]]>([
  ['a word', ['The bank is open.'], ['bank']],
  ['another case', ['BANK and House'], ['bank', 'house']],
  ['another width', ['ｂａｎｋ'], ['bank']],
  ['a line break', ['the river\nbank'], ['bank', 'river bank']],
  ['the second text', ['one', 'house'], ['house']],
  ['none', ['wine'], []],
])('with %s in a text only the terms that it may hold are sent', (_what, texts, found) => {
  const terms = [
    term('bank'),
    term('bank', 'again'),
    term('house'),
    term('river bank'),
    term('wine', ''),
    term('', ''),
  ];
  expect(chooseTerms(terms, texts).map(({ source }) => source)).toEqual(found);
});

test('what is added leaves all that was there, half-typed terms too', () => {
  const merged = mergeGlossary(
    [term('', 'half'), term('Bank', 'mine')],
    [term('bank', 'theirs'), term('house'), term('HOUSE')],
  );
  expect(merged).toEqual({
    terms: [term('house'), term('', 'half'), term('Bank', 'mine')],
    added: 1,
    there: 2,
    left: 0,
  });
});

test('added once more, nothing is added', () => {
  fc.assert(
    fc.property(fc.array(anyTerm), fc.array(anyTerm), (terms, more) => {
      const once = mergeGlossary(terms, more);
      expect(once.terms.slice(once.added)).toEqual(terms);
      expect(once.added + once.there + once.left).toBe(more.length);
      expect(mergeGlossary(once.terms, more)).toEqual({
        terms: once.terms,
        added: 0,
        there: more.length,
        left: 0,
      });
    }),
  );
});

test('a glossary grows as large as the server takes it, and no larger', () => {
  const large = [term('a'.repeat(299_000), '')];
  const merged = mergeGlossary(large, [term('b'.repeat(2000)), term('c')]);
  expect([merged.added, merged.left]).toEqual([1, 1]);
  expect(isTooLarge(merged.terms)).toBe(false);
  expect(isTooLarge([...large, term('b'.repeat(2000))])).toBe(true);
});
