import { Redis } from 'ioredis';
import { RedisRecordStore } from '../../../../server/streams/redis/redis-record-store.ts';
import type { RedisTimes } from '../../../../server/streams/redis/redis-times.ts';
import type { TestRedis } from '../../start-redis.ts';

interface StoreLimits {
  keptMs?: number;
  streamEvents?: number;
  times?: RedisTimes;
  /** Gets what would be logged. */
  say?: (line: string) => void;
}

/** A store as a server opens it, with smaller limits perhaps. */
export async function openStore(
  redis: Pick<TestRedis, 'url'>,
  limits: StoreLimits = {},
): Promise<RedisRecordStore> {
  const { keptMs = 60_000, streamEvents = 10_000, times, say } = limits;
  const store = new RedisRecordStore({
    open: (options) => new Redis(redis.url, options),
    openMs: 60_000,
    keptMs,
    streamEvents,
    ...(times && { times }),
    onLost: () => say?.('lost'),
    onBack: () => say?.('back'),
  });
  await store.ready(AbortSignal.timeout(5000));
  return store;
}
