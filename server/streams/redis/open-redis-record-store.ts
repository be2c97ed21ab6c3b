import type { Logger } from 'pino';
import { TranslationError } from '../../../shared/translation-error.ts';
import { keepLimits } from '../keep-limits.ts';
import type { RecordStore } from '../record-store.ts';
import { RedisRecordStore } from './redis-record-store.ts';

/** How long a start waits for Redis. */
const openLimitMs = 2000;

/** How long a record outlives the deadline of its translation when its server died. */
const openMarginMs = 60_000;

/** What opening needs. */
export interface RedisOptions {
  /** `redis://` or `rediss://`, perhaps with a password. */
  url: string;
  /** The longest that a translation may take. */
  deadlineMs: number;
  log: Logger;
}

/**
 * Connects to Redis and keeps records there. Throws `invalid_request` with one sentence, which does not repeat user name and password, when the
 * address cannot be one or Redis does not answer there within two seconds.
 */
export async function openRedisRecordStore({ url, deadlineMs, log }: RedisOptions): Promise<RecordStore> {
  if (!isRedisUrl(url)) {
    throw new TranslationError(
      'invalid_request',
      '--redis-url must be an address without query and fragment, as redis://127.0.0.1:6379 or rediss://user:password@host:6380/0.',
    );
  }
  // Loading takes a tenth of a second, which only those should wait for who use it.
  const { Redis } = await import('ioredis');
  const store = new RedisRecordStore({
    open: (options) => new Redis(url, options),
    openMs: deadlineMs + openMarginMs,
    keptMs: keepLimits.keptMs,
    streamEvents: keepLimits.streamEvents,
    onLost: () => {
      log.warn('Redis does not answer; streams end soon unless it comes back.');
    },
    onBack: () => {
      log.info('Redis answers again.');
    },
  });
  if (await store.ready(AbortSignal.timeout(openLimitMs))) return store;
  const { refusal } = store;
  await store.close();
  throw createOpenError(url, refusal);
}

/** The client would take options from a query. */
function isRedisUrl(url: string): boolean {
  return /^rediss?:\/\/[^?#\s]+$/.test(url) && URL.canParse(url);
}

function createOpenError(url: string, refusal: string | undefined): TranslationError {
  const { protocol, host } = new URL(url);
  const what = refusal === undefined ? 'does not answer' : `refuses the connection (${refusal})`;
  return new TranslationError('invalid_request', `Redis ${what} at ${protocol}//${host} (--redis-url).`, {
    hint: 'Start it, correct the address, or leave --redis-url out.',
  });
}
