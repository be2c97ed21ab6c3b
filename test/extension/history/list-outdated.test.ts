import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../../../extension/history/history-entry.ts';
import { listOutdated } from '../../../extension/history/list-outdated.ts';

const hour = 3_600_000;

function createEntry(id: string, changed: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    id,
    at: 0,
    source: 'en',
    target: 'pt',
    text: `Text ${id}`,
    translation: `Texto ${id}`,
    ...changed,
  };
}

test.each<[string, HistoryEntry[], string[]]>([
  ['different texts all stay', [createEntry('b'), createEntry('a')], []],
  [
    'a text again replaces itself',
    [createEntry('b', { text: 'x', at: hour }), createEntry('a', { text: 'x' })],
    ['a'],
  ],
  [
    'into another language it is another',
    [createEntry('b', { text: 'x' }), createEntry('a', { text: 'x', target: 'fr' })],
    [],
  ],
  [
    'what was typed on replaces its beginnings',
    [
      createEntry('c', { text: 'Good day, friend', at: 9000 }),
      createEntry('b', { text: 'Good day', at: 5000 }),
      createEntry('a', { text: 'Good ', at: 1000 }),
    ],
    ['b', 'a'],
  ],
  [
    'a beginning from an hour ago stays',
    [createEntry('b', { text: 'Good day', at: hour }), createEntry('a', { text: 'Good' })],
    [],
  ],
  [
    'what is larger than all together may be is not kept',
    [createEntry('a', { text: 'x'.repeat(500_001) })],
    ['a'],
  ],
])('%s', (_what, entries, outdated) => {
  expect(listOutdated(entries)).toEqual(outdated);
});

test('of more than 200 the oldest go', () => {
  const entries = Array.from({ length: 203 }, (_, index) => createEntry(String(index)));
  expect(listOutdated(entries)).toEqual(['200', '201', '202']);
});

test('whatever there is, what stays is within the limits, and nothing of it is outdated', () => {
  const entry = fc.record({
    text: fc.string(),
    size: fc.integer({ min: 0, max: 20_000 }),
    at: fc.integer({ min: 0, max: hour }),
  });
  const history = fc.array(entry, { maxLength: 300, size: 'max' });
  fc.assert(
    fc.property(history, (made) => {
      const entries = made.map(({ text, size, at }, index) =>
        createEntry(String(index), { text, at, translation: 'x'.repeat(size) }),
      );
      const outdated = new Set(listOutdated(entries));
      const kept = entries.filter(({ id }) => !outdated.has(id));
      const chars = kept.reduce((sum, { text, translation }) => sum + text.length + translation.length, 0);
      expect(kept.length).toBeLessThanOrEqual(200);
      expect(chars).toBeLessThanOrEqual(500_000);
      expect(listOutdated(kept)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
