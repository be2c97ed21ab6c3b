import fc from 'fast-check';
import { expect, test } from 'vitest';
import { peelEdges } from '../../../../server/engines/bergamot/peel-edges.ts';
import { unicodeText } from './unicode-text.ts';

test('the three parts are the text again', () => {
  const tiles = (text: string): boolean => {
    const { before, core, after } = peelEdges(text);
    return before + core + after === text;
  };
  fc.assert(fc.property(unicodeText, tiles), { numRuns: 1000 });
});

test.each([
  ['• First item', 'First item'],
  ['- [x] a task', 'a task'],
  ['1) Boil the milk', 'Boil the milk'],
  ['## Heading', 'Heading'],
  ['> quoted', 'quoted'],
  ['*Required', 'Required'],
  ['1️⃣ One 🎉!', 'One'],
  ['Next →', 'Next'],
  ['So nice ;-)', 'So nice'],
  ['It is big.[1][note 2]', 'It is big.'],
  ['“How are you?”', 'How are you?'],
  ['(see below)', 'see below'],
])('of %j the words are %j', (text, core) => {
  expect(peelEdges(text).core).toBe(core);
});

test.each([
  '-5 degrees',
  '"Go!" he said "so"',
  '(so) and (so)',
  '`code` first',
  '$5 off',
  '*so* it is',
  'What?!',
  '100% sure',
])('%j keeps what belongs to its words', (text) => {
  expect(peelEdges(text).core).toBe(text);
});
