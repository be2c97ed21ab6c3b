import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCsvGlossary, writeCsvGlossary } from '../../../extension/glossary/csv-glossary.ts';
import { isWhole } from '../../../extension/glossary/glossary.ts';

const hard = fc
  .array(fc.constantFrom('"', ',', ';', '\n', "'", '=', 'x', ' ', 'source', 'target'))
  .map((all) => all.join(''));
const word = fc.oneof(fc.string(), hard);
const term = fc.record({ source: word, target: word });

test('a glossary is read as it was written, without terms that are half typed', () => {
  fc.assert(
    fc.property(fc.array(term), (terms) => {
      expect(parseCsvGlossary(writeCsvGlossary(terms))).toEqual({
        terms: terms.filter(isWhole),
        unreadable: 0,
      });
    }),
  );
});

test.each([
  ['Source;Target\r\nbank;banco\r\n', [['bank', 'banco']], 0],
  ['bank,banco,a third column\n', [['bank', 'banco']], 0],
  ['bank,banco\nhouse\n,casa\nwine, \n', [['bank', 'banco']], 3],
  ['no glossary at all', [], 1],
  ['', [], 0],
])('%j is read', (text, pairs, unreadable) => {
  const terms = pairs.map(([source, target]) => ({ source, target }));
  expect(parseCsvGlossary(text)).toEqual({ terms, unreadable });
});
