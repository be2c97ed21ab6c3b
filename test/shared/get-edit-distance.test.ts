import fc from 'fast-check';
import { expect, it } from 'vitest';
import { getEditDistance } from '../../shared/get-edit-distance.ts';

it.each([
  ['', '', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['kitten', 'sitting', 3],
  ['portugese', 'portuguese', 1],
  ['葡萄呀语', '葡萄牙语', 1],
  ['𐌰𐌱', '𐌰', 1],
])('counts from %j to %j %d edits', (from, to, edits) => {
  expect(getEditDistance(from, to)).toBe(edits);
});

it('is the same both ways, nothing only for equal words, and at least the difference in length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '语'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (from, to) => {
      const distance = getEditDistance(from, to);
      expect(distance).toBe(getEditDistance(to, from));
      expect(distance === 0).toBe(from === to);
      expect(distance).toBeGreaterThanOrEqual(Math.abs(from.length - to.length));
      expect(distance).toBeLessThanOrEqual(Math.max(from.length, to.length));
    }),
  );
});
