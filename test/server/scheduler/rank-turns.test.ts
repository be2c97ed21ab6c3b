import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankTurns } from '../../../server/scheduler/rank-turns.ts';
import type { WaitingTurn } from '../../../server/scheduler/waiting-line.ts';

interface NamedTurn extends WaitingTurn {
  name: string;
}

/** Turns in the order they came: "a1 B2" are the first of client a and a batch of client B; "a1@7" was served at 7, "a1@7!" overtaken since. */
function readTurns(words: string): NamedTurn[] {
  return words.split(' ').map((word, arrival) => {
    const [name = '', servedAt] = word.split('@');
    const client = name.slice(0, 1).toLowerCase();
    const priority = client === name.slice(0, 1) ? 'interactive' : 'batch';
    const isOvertaken = word.endsWith('!');
    return { name, client, priority, arrival, servedAt: Number.parseInt(servedAt ?? '0'), isOvertaken };
  });
}

function rank(words: string, servedAt: Record<string, number> = {}): string {
  const ranked = rankTurns(readTurns(words), new Map(Object.entries(servedAt)));
  return ranked.map(({ name }) => name).join(' ');
}

it.each([
  ['who comes first of one client', 'a1 a2 a3', {}, 'a1 a2 a3'],
  ['interactive before batch', 'A1 a2 B3 b4', {}, 'a2 b4 A1 B3'],
  ['clients in turn', 'a1 a2 a3 b4 b5 c6', {}, 'a1 b4 c6 a2 b5 a3'],
  ['first the client that was never served', 'a1 b2', { a: 3 }, 'b2 a1'],
  ['then the one that was served longest ago', 'a1 b2 c3', { a: 3, b: 1, c: 2 }, 'b2 c3 a1'],
  ['who was never served before who was', 'a1@5 a2', { a: 5 }, 'a2 a1'],
  ['then who was served longest ago', 'a1@5 a2@4 a3@6', { a: 6 }, 'a2 a1 a3'],
  ['one new turn at a time before one that has begun', 'a1@5 a2 a3 a4', { a: 5 }, 'a2 a1 a3 a4'],
  ['one that was overtaken before new ones', 'a1@5! a2 a3', { a: 5 }, 'a1 a2 a3'],
  ['a batch of who had no interactive turn first', 'A1 B2 a3', {}, 'a3 B2 A1'],
  ['an interactive turn of who was just served before any batch', 'A1 b2', { b: 9 }, 'b2 A1'],
])('serves %s', (_, words, servedAt, expected) => {
  expect(rank(words, servedAt)).toBe(expected);
});

const anyTurns = fc.array(
  fc.record({
    client: fc.constantFrom('a', 'b', 'c', 'd'),
    priority: fc.constantFrom('interactive', 'batch'),
    servedAt: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50 })),
    isOvertaken: fc.boolean(),
  }),
  { maxLength: 30 },
);

/** What can be: a client was served no earlier than any of its turns, and only turns that were served can have been overtaken since. */
const anySituation = anyTurns.map((drafts) => {
  const turns = drafts.map((draft, arrival) => ({
    ...draft,
    arrival,
    isOvertaken: draft.isOvertaken && draft.servedAt > 0,
  }));
  const servedAt = new Map<string, number>();
  for (const { client, servedAt: time } of turns)
    servedAt.set(client, Math.max(time, servedAt.get(client) ?? 0));
  return { turns, servedAt };
});

it('ranks everybody exactly once, and changes nothing', () => {
  fc.assert(
    fc.property(anySituation, ({ turns, servedAt }) => {
      const before = JSON.stringify([turns, [...servedAt]]);
      expect(new Set(rankTurns(turns, servedAt))).toEqual(new Set(turns));
      expect(rankTurns(turns, servedAt)).toHaveLength(turns.length);
      expect(JSON.stringify([turns, [...servedAt]])).toBe(before);
    }),
  );
});

it('never ranks interactive behind batch', () => {
  fc.assert(
    fc.property(anySituation, ({ turns, servedAt }) => {
      const priorities = rankTurns(turns, servedAt).map(({ priority }) => priority);
      expect(priorities.lastIndexOf('interactive')).toBeLessThan(
        priorities.includes('batch') ? priorities.indexOf('batch') : Infinity,
      );
    }),
  );
});

it('keeps the order of those of one client that were never served', () => {
  fc.assert(
    fc.property(anySituation, ({ turns, servedAt }) => {
      const fresh = rankTurns(turns, servedAt).filter(
        (turn) => turn.client === 'a' && turn.priority === 'batch' && turn.servedAt === 0,
      );
      expect(fresh).toEqual(fresh.toSorted((one, other) => one.arrival - other.arrival));
    }),
  );
});

it('lets no client of the same priority go first twice while another waits', () => {
  fc.assert(
    fc.property(anySituation, ({ turns, servedAt }) => {
      const ranked = rankTurns(turns, servedAt).filter(({ priority }) => priority === 'interactive');
      for (const client of new Set(ranked.map((turn) => turn.client))) {
        for (const gone of listWaits(ranked, client)) expect(gone).toEqual([...new Set(gone)]);
      }
    }),
  );
});

/** Whom a client sees go first, between each of its servings and the next. */
function listWaits(ranked: WaitingTurn[], client: string): string[][] {
  const waits: string[][] = [[]];
  for (const turn of ranked) {
    if (turn.client === client) waits.push([]);
    else waits.at(-1)?.push(turn.client);
  }
  // After the last serving it does not wait.
  return waits.slice(0, -1);
}
