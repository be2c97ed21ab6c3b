import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutIntoLines } from '../../../extension/view/cut-into-lines.ts';
import { TextParts } from '../../../extension/view/text-parts.ts';

const line = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', 'é', '日', '😀', '\r', '\u200f'),
  maxLength: 300,
});
const longText = fc.array(line, { maxLength: 20 }).map((lines) => lines.join('\n'));

const join = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');

test('the blocks of a text are the text, and all but the last are whole lines', () => {
  fc.assert(
    fc.property(longText, (text) => {
      const blocks = cutIntoLines(text);
      expect(blocks.join('')).toBe(text);
      for (const block of blocks.slice(0, -1)) expect(block).toMatch(/^[^]{500,}\n$/);
    }),
  );
});

test('a short text is one block', () => {
  expect(cutIntoLines('One.\nTwo.\n')).toEqual(['One.\nTwo.\n']);
});

test('however a text comes in, its parts are the text, and a block that is there stays the same', () => {
  fc.assert(
    fc.property(longText, fc.array(fc.nat({ max: 6000 }), { maxLength: 20 }), (text, cuts) => {
      const parts = new TextParts();
      let before: readonly unknown[] = [];
      for (const cut of [...cuts.toSorted((a, b) => a - b), text.length]) {
        const shown = text.slice(0, cut);
        const now = parts.list(shown === '' ? [] : [{ text: shown, isOld: false }]);
        expect(join(now)).toBe(shown);
        const blocks = now.filter(({ className }) => className === 'block');
        for (const [index, block] of before.entries()) expect(blocks[index]).toBe(block);
        before = blocks;
      }
    }),
  );
});

test('of whatever pieces come after one another, the parts are the text', () => {
  const pieces = fc.array(fc.record({ text: longText, isOld: fc.boolean() }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 5 }), (states) => {
      const parts = new TextParts();
      for (const state of states) expect(join(parts.list(state))).toBe(join(state));
    }),
  );
});
