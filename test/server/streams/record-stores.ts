import { afterAll, afterEach, beforeAll } from 'vitest';
import type { KeepLimits } from '../../../server/streams/keep-limits.ts';
import { MemoryRecordStore } from '../../../server/streams/memory-record-store.ts';
import type { RecordStore } from '../../../server/streams/record-store.ts';
import { createStreamId } from '../../../server/streams/stream-store.ts';
import { startRedis, type TestRedis } from '../start-redis.ts';
import { openStore } from './redis/open-store.ts';
import { delta, done } from './stream-events.ts';

interface Implementation {
  name: string;
  /** An empty store, closed after the test. */
  open: (limits?: Partial<KeepLimits>) => Promise<RecordStore>;
}

let redis: TestRedis;
const stores: RecordStore[] = [];

beforeAll(async () => {
  redis = await startRedis();
});

afterAll(() => redis.stop());

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

/** Whatever holds for records holds for each of these. */
export const implementations: Implementation[] = [
  { name: 'in memory', open: (limits) => keep(Promise.resolve(new MemoryRecordStore(limits))) },
  { name: 'in Redis', open: (limits) => keep(openStore(redis, limits)) },
];

/** A stream that has ended; its id. */
export async function recordTexts(store: RecordStore, texts: string[]): Promise<string> {
  const id = createStreamId();
  const stream = await store.create(id);
  for (const text of texts) await stream.append(delta(text));
  await stream.append(done());
  await stream.close();
  return id;
}

async function keep(opening: Promise<RecordStore>): Promise<RecordStore> {
  const store = await opening;
  stores.push(store);
  return store;
}
