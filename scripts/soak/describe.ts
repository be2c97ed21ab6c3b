import type { Table } from '../bench/table.ts';
import { judgeMemory } from './judge-memory.ts';
import type { Ledger } from './ledger.ts';

/** The server in one minute of a soak. */
export interface Minute {
  /** The median. */
  megabytes: number;
  /** The most there were. */
  running: number;
  queued: number;
  sockets: number | undefined;
}

/** The memory curve, and what there was beside it. */
export function describeMinutes(minutes: readonly Minute[]): Table {
  const verdict = judgeMemory(minutes.map(({ megabytes }) => megabytes));
  return {
    title: 'The server, minute by minute',
    columns: ['minute', 'MB', 'running', 'queued', 'sockets'],
    rows: minutes.map(({ megabytes, running, queued, sockets }, index) =>
      [index + 1, megabytes.toFixed(0), running, queued, sockets ?? '?'].map(String),
    ),
    verdict: verdict
      ? `at most ${(verdict.growth * 100).toFixed(1)} % above the sixth minute`
      : 'too short to judge memory, which takes more than six minutes',
  };
}

/** What was done and what came of it, most frequent first. */
export function describeActs({ counts, total, failureCount }: Ledger): Table {
  const rows = [...counts].flatMap(([act, outcomes]) =>
    [...outcomes]
      .toSorted(([, a], [, b]) => b - a)
      .map(([outcome, count]) => [`${act}: ${outcome}`, String(count)]),
  );
  return {
    title: 'What the clients did, and what came of it',
    columns: ['', 'times'],
    rows,
    verdict: `${total} acts, ${failureCount} failures`,
  };
}
