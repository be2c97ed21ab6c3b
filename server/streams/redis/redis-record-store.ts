import { randomUUID } from 'node:crypto';
import { TranslationError } from '../../../shared/translation-error.ts';
import type {
  KeyClaim,
  RecordedEvent,
  RecordState,
  RecordStore,
  StreamNote,
  StreamRecord,
} from '../record-store.ts';
import { createStreamGone } from '../stream-gone.ts';
import { findRecord, readRecord } from './read-record.ts';
import { RedisConnection, type ConnectionParts, type OpenRedis } from './redis-connection.ts';
import { RedisFollower } from './redis-follower.ts';
import { redisKeys } from './redis-keys.ts';
import { RedisNotes } from './redis-notes.ts';
import { claimScript, noteScript } from './redis-scripts.ts';
import { redisTimes, type RedisTimes } from './redis-times.ts';
import { RedisStreamRecord } from './redis-stream-record.ts';
import { ServerPulse } from './server-pulse.ts';

/** How many connections wait for news; the streams are spread over them. */
const followerCount = 4;

/** How often an end is tried again that could not be written though Redis is there. */
const endEveryMs = 1000;

/** What the store is made of. */
export interface RedisRecordStoreOptions {
  /** Makes a client; every connection has its own. */
  open: OpenRedis;
  /** How long Redis keeps a record that nobody closes, because its server died. */
  openMs: number;
  /** How long Redis keeps a closed one. */
  keptMs: number;
  /** Longer records lose their oldest events. */
  streamEvents: number;
  /** Default: `redisTimes`. */
  times?: RedisTimes;
  onLost: () => void;
  onBack: () => void;
}

/** Records in Redis Streams, which several servers share. */
export class RedisRecordStore implements RecordStore {
  /** This process's own; another one that takes its place is another server. */
  readonly #server = randomUUID();
  readonly #options: RedisRecordStoreOptions;
  readonly #opening: ConnectionParts;
  readonly #connection: RedisConnection;
  readonly #notes: RedisNotes;
  readonly #pulse: ServerPulse;
  readonly #followers = new Map<number, RedisFollower>();
  /** Records of this server whose end is not in Redis yet. */
  readonly #open = new Map<string, RedisStreamRecord>();
  /** Those that are over all the same. */
  readonly #unended = new Set<string>();
  #endTimer: NodeJS.Timeout | undefined;
  #wasReady = false;
  #isLeaving = false;
  #isClosed = false;

  constructor(options: RedisRecordStoreOptions) {
    this.#options = options;
    const { open, times = redisTimes, onLost } = options;
    this.#opening = { open, patienceMs: times.patienceMs };
    this.#connection = new RedisConnection({
      ...this.#opening,
      onLost,
      onReady: () => {
        this.#resume();
      },
    });
    this.#notes = new RedisNotes(this.#opening, this.#server);
    this.#pulse = new ServerPulse(this.#connection, {
      server: this.#server,
      lifeMs: times.lifeMs,
      listServers: () => [...this.#followers.values()].flatMap(({ servers }) => [...servers]),
      onDeath: (server) => {
        for (const follower of this.#followers.values()) follower.abandon(server);
      },
    });
  }

  /** Whether Redis answers before the signal aborts. */
  ready(signal: AbortSignal): Promise<boolean> {
    return this.#connection.ready(signal);
  }

  /** What Redis says when it lets nobody in. */
  get refusal(): string | undefined {
    return this.#connection.refusal;
  }

  async create(id: string): Promise<StreamRecord> {
    const { openMs, keptMs, streamEvents } = this.#options;
    const record = new RedisStreamRecord(id, {
      connection: this.#connection,
      server: this.#server,
      openMs,
      keptMs,
      streamEvents,
      onEnded: () => {
        this.#open.delete(id);
        this.#unended.delete(id);
        this.#getFollower(id).letWait(redisKeys.entries(id));
      },
      onUnended: () => {
        this.#tellUnended(id);
      },
    });
    await record.announce();
    this.#open.set(id, record);
    return record;
  }

  async find(id: string): Promise<RecordState | undefined> {
    const state = await findRecord(id, this.#connection, this.#pulse);
    return state && this.#unended.has(id) ? { ...state, isAbandoned: true } : state;
  }

  async *read(id: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void> {
    const tools = { connection: this.#connection, pulse: this.#pulse, follower: this.#getFollower(id) };
    try {
      yield* readRecord({ id, after }, tools, signal);
    } catch (error) {
      // Quietly: the stream goes on, and its reader may find it at another server.
      if (this.#isLeaving) return;
      throw isRedisAway(error) ? createStreamGone('unreachable') : error;
    }
  }

  async claim(key: string, { id, fingerprint }: KeyClaim, instead = ''): Promise<KeyClaim> {
    const keys = [redisKeys.claim(key), redisKeys.facts(id)];
    const words = [id, fingerprint, instead, this.#options.openMs];
    const holder = await this.#connection.run((redis) =>
      redis.eval(claimScript, keys.length, ...keys, ...words),
    );
    return parseClaim(holder) ?? { id, fingerprint };
  }

  async findClaim(key: string): Promise<KeyClaim | undefined> {
    return parseClaim(
      await this.#connection.run((redis) => redis.hmget(redisKeys.claim(key), 'id', 'fingerprint')),
    );
  }

  send(note: StreamNote): void {
    if (this.#open.has(note.id)) return;
    const words = [redisKeys.notes(''), JSON.stringify(note)];
    this.#connection
      .run((redis) => redis.eval(noteScript, 1, redisKeys.facts(note.id), ...words))
      // Nobody has to hear: without Redis the stream ends anyway.
      .catch(() => undefined);
  }

  onNote(listener: (note: StreamNote) => void): void {
    this.#notes.listen(listener);
  }

  leave(): void {
    this.#isLeaving = true;
    for (const follower of this.#followers.values()) follower.leaveOthers(this.#server);
  }

  async close(): Promise<void> {
    this.leave();
    this.#isClosed = true;
    clearTimeout(this.#endTimer);
    await this.#pulse.stop();
    for (const follower of this.#followers.values()) follower.close();
    this.#notes.close();
    this.#connection.close();
  }

  #resume(): void {
    this.#pulse.resume();
    if (this.#wasReady) this.#options.onBack();
    if (this.#wasReady) this.#notes.renew();
    this.#wasReady = true;
    // One that fails is tried again when Redis is back again.
    for (const record of this.#open.values()) record.renew().catch(() => undefined);
  }

  /** Redis takes nothing: readers must not wait for an end that may come late. At other servers they do, until it comes. */
  #tellUnended(id: string): void {
    if (this.#isClosed) return;
    this.#unended.add(id);
    this.#getFollower(id).refuse(redisKeys.entries(id));
    this.#endTimer ??= this.#endSoon();
  }

  #endSoon(): NodeJS.Timeout {
    return setTimeout(() => {
      this.#endTimer = undefined;
      for (const id of this.#unended)
        this.#open
          .get(id)
          ?.end()
          .catch(() => {
            this.#tellUnended(id);
          });
    }, endEveryMs).unref();
  }

  #getFollower(id: string): RedisFollower {
    const place = (id.codePointAt(0) ?? 0) % followerCount;
    const existing = this.#followers.get(place);
    if (existing) return existing;
    const follower = new RedisFollower(new RedisConnection(this.#opening), this.#connection);
    this.#followers.set(place, follower);
    return follower;
  }
}

function parseClaim(answer: unknown): KeyClaim | undefined {
  const [id, fingerprint] = answer as (string | null)[];
  return id && fingerprint ? { id, fingerprint } : undefined;
}

/** What commands throw; readers have lost their stream then. */
function isRedisAway(error: unknown): boolean {
  return error instanceof TranslationError && error.code === 'internal';
}
