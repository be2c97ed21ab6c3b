import type { RecordedEvent, RecordState } from '../record-store.ts';
import { createStreamGone } from '../stream-gone.ts';
import { decodeEntry, getNextId, type RawEntry } from './record-entry.ts';
import type { RedisConnection } from './redis-connection.ts';
import { pageSize, type RedisFollower } from './redis-follower.ts';
import { redisKeys } from './redis-keys.ts';
import { findScript } from './redis-scripts.ts';
import type { ServerPulse } from './server-pulse.ts';

/** After so long what was known of a record may no longer hold: a closed one may have expired. */
const freshMs = 10_000;

/** What reading needs. */
export interface ReadTools {
  connection: RedisConnection;
  pulse: ServerPulse;
  follower: RedisFollower;
}

interface Page {
  /** Server that produces the stream. */
  server: string;
  entries: RawEntry[];
}

/** The events of a record after a number, then live ones, as `RecordStore.read` describes it. */
export async function* readRecord(
  place: { id: string; after: number },
  tools: ReadTools,
  signal: AbortSignal,
): AsyncGenerator<RecordedEvent, void> {
  let last = place.after;
  for await (const raw of readEntries(place, tools, signal)) {
    if (signal.aborted) return;
    const entry = decodeEntry(raw);
    if (entry.number > last + (entry.kind === 'gap' ? 0 : 1)) throw createStreamGone('trimmed');
    if (entry.kind === 'end') return;
    last = entry.number;
    if (entry.kind === 'event' && entry.event) yield { number: last, event: entry.event };
  }
}

/** Entries that are there, then those that come, until the signal aborts. */
async function* readEntries(
  { id, after }: { id: string; after: number },
  tools: ReadTools,
  signal: AbortSignal,
): AsyncGenerator<RawEntry, void> {
  let page = await fetchFirstPage({ id, after }, tools);
  for (let last = after; page;) {
    const fetchedAtMs = Date.now();
    for (const entry of page.entries) yield entry;
    last = getLast(page.entries) ?? last;
    // More is there, or the reader was slow.
    const isBehind = page.entries.length >= pageSize || Date.now() - fetchedAtMs > freshMs;
    const wait = { key: redisKeys.entries(id), server: page.server, after: last };
    const entries = isBehind ? [] : await tools.follower.wait(wait, signal);
    if (signal.aborted) return;
    // After a long silence too: perhaps the record is gone.
    page = entries.length > 0 ? { ...page, entries } : await fetchPage({ id, after: last }, tools.connection);
  }
}

/** Undefined when nothing is left. */
async function fetchFirstPage(
  { id, after }: { id: string; after: number },
  { connection, pulse }: ReadTools,
): Promise<Page | undefined> {
  const state = await findRecord(id, connection, pulse);
  if (state === undefined) throw createStreamGone('unknown');
  if (state.isClosed && state.last <= after) return undefined;
  if (state.last < after) throw createStreamGone('trimmed');
  return fetchPage({ id, after }, connection);
}

async function fetchPage(
  { id, after }: { id: string; after: number },
  connection: RedisConnection,
): Promise<Page> {
  const [server, entries] = await connection.runAll((pipeline) =>
    pipeline
      .hget(redisKeys.facts(id), 'server')
      .xrange(redisKeys.entries(id), getNextId(after), '+', 'COUNT', pageSize),
  );
  if (typeof server !== 'string') throw createStreamGone('unknown');
  return { server, entries: entries as RawEntry[] };
}

/** What is known of a record; undefined when nothing is. */
export async function findRecord(
  id: string,
  connection: RedisConnection,
  pulse: ServerPulse,
): Promise<RecordState | undefined> {
  const keys = [redisKeys.entries(id), redisKeys.facts(id)];
  const answer = await connection.run((redis) =>
    redis.eval(findScript, keys.length, ...keys, redisKeys.pulse('')),
  );
  if (answer === null) return undefined;
  const [server, hasPulse, [oldest], [newest]] = answer as [string, number, RawEntry[], RawEntry[]];
  const first = getFirst(oldest);
  const entry = newest && decodeEntry(newest);
  if (entry?.kind === 'end') {
    return {
      isClosed: true,
      first,
      last: entry.number - 1,
      isComplete: entry.isComplete,
      isAbandoned: false,
    };
  }
  const isAbandoned = hasPulse === 0 && pulse.canTell(server);
  return { isClosed: false, first, last: entry?.number ?? 0, isComplete: false, isAbandoned };
}

/** The number of the first event that an entry, the oldest of its record, leaves to be read. */
function getFirst(oldest: RawEntry | undefined): number {
  if (!oldest) return 1;
  const { kind, number } = decodeEntry(oldest);
  return kind === 'gap' ? number + 1 : number;
}

function getLast(entries: RawEntry[]): number | undefined {
  const newest = entries.at(-1);
  return newest && Number.parseInt(newest[0], 10);
}
