import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TranslationError } from '../../../shared/translation-error.ts';
import { createStreamGone } from '../stream-gone.ts';
import { getGapId, type RawEntry } from './record-entry.ts';
import type { RedisConnection } from './redis-connection.ts';
import { redisKeys } from './redis-keys.ts';

/** How long one question may block; at most so much later a connection that was lost silently is noticed. */
const blockMs = 1000;

/** After so long without news a reader is sent back to look whether its record is still there. */
const silenceMs = 15_000;

/** How many entries of a stream come at once. */
export const pageSize = 100;

/** A reader that has read everything there is. */
export interface Wait {
  /** Key of the record's entries. */
  key: string;
  /** Server that produces them. */
  server: string;
  /** Number of the last event that the reader has. */
  after: number;
}

interface Sleeper extends Wait {
  sinceMs: number;
  answer: (entries: RawEntry[]) => void;
  fail: (error: Error) => void;
}

/**
 * Waits for new entries of many streams at once, on a connection of its own, since one that blocks can serve nobody else: one XREAD names the
 * streams of all waiting readers. Who comes later wakes it by an entry in a stream that is always asked for.
 */
export class RedisFollower {
  /** Blocks. */
  readonly #connection: RedisConnection;
  /** Never blocks. */
  readonly #commands: RedisConnection;
  readonly #sleepers = new Set<Sleeper>();
  /** The only server whose streams may still be waited for. */
  #onlyServer: string | undefined;
  /** Keys of records of this server to which Redis lets nothing be added. */
  readonly #unwritable = new Set<string>();
  readonly #wakeKey = redisKeys.wake(randomUUID());
  #lastWake = '0-0';
  #isRunning = false;
  /** A question is on its way, and nobody has woken it. */
  #isBlocked = false;

  constructor(connection: RedisConnection, commands: RedisConnection) {
    this.#connection = connection;
    this.#commands = commands;
  }

  /** Servers whose streams are waited for. */
  get servers(): Set<string> {
    return new Set([...this.#sleepers].map(({ server }) => server));
  }

  /** New entries; none when the signal aborts, or none came for long. Rejects with `stream_gone` when Redis stays away. */
  wait(wait: Wait, signal: AbortSignal): Promise<RawEntry[]> {
    if (signal.aborted) return Promise.resolve([]);
    if (this.#onlyServer !== undefined && this.#onlyServer !== wait.server)
      return Promise.reject(createStreamGone('abandoned'));
    if (this.#unwritable.has(wait.key)) return Promise.reject(createStreamGone('unwritable'));
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#sleepers.delete(sleeper);
        signal.removeEventListener('abort', onAbort);
      };
      const onAbort = (): void => {
        sleeper.answer([]);
      };
      const sleeper: Sleeper = {
        ...wait,
        sinceMs: Date.now(),
        answer: (entries) => {
          leave();
          resolve(entries);
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#sleepers.add(sleeper);
      this.#ask();
    });
  }

  /** Ends the waits for the streams of a server that died. */
  abandon(server: string): void {
    this.#fail(createStreamGone('abandoned'), (sleeper) => sleeper.server === server);
  }

  /** Lets nobody wait for a record to which nothing can be added, not even its end, until `letWait`. */
  refuse(key: string): void {
    this.#unwritable.add(key);
    this.#fail(createStreamGone('unwritable'), (sleeper) => sleeper.key === key);
  }

  /** The record has its end. */
  letWait(key: string): void {
    this.#unwritable.delete(key);
  }

  /** Ends the waits for streams of all servers but this one, from now on. */
  leaveOthers(server: string): void {
    this.#onlyServer = server;
    this.#fail(createStreamGone('abandoned'), (sleeper) => sleeper.server !== server);
  }

  /** Ends all waits. */
  close(): void {
    this.#connection.close();
  }

  #fail(error: TranslationError, isMeant: (sleeper: Sleeper) => boolean = () => true): void {
    for (const sleeper of [...this.#sleepers].filter(isMeant)) sleeper.fail(error);
  }

  #ask(): void {
    if (this.#isBlocked) this.#wake();
    if (this.#isRunning) return;
    this.#isRunning = true;
    void this.#follow().finally(() => (this.#isRunning = false));
  }

  async #follow(): Promise<void> {
    for (;;) {
      // Who was just served asks for more within this turn, and then goes with the next question.
      await nextTurn();
      if (this.#sleepers.size === 0) return;
      try {
        this.#deliver(await this.#readBlocking());
      } catch {
        this.#fail(createStreamGone('unreachable'));
      }
    }
  }

  async #readBlocking(): Promise<Map<string, RawEntry[]>> {
    const afters = new Map<string, number>();
    for (const { key, after } of this.#sleepers) {
      afters.set(key, Math.min(after, afters.get(key) ?? Infinity));
    }
    const keys = [this.#wakeKey, ...afters.keys()];
    const ids = [this.#lastWake, ...[...afters.values()].map(getGapId)];
    this.#isBlocked = true;
    try {
      const answer = await this.#connection.run((redis) =>
        redis.xread('COUNT', pageSize, 'BLOCK', blockMs, 'STREAMS', ...keys, ...ids),
      );
      return new Map(answer);
    } finally {
      this.#isBlocked = false;
    }
  }

  #deliver(answer: Map<string, RawEntry[]>): void {
    this.#lastWake = answer.get(this.#wakeKey)?.at(-1)?.[0] ?? this.#lastWake;
    const longAgoMs = Date.now() - silenceMs;
    for (const sleeper of [...this.#sleepers]) {
      const entries = answer.get(sleeper.key)?.filter(([id]) => isAfter(id, sleeper.after)) ?? [];
      if (entries.length > 0 || sleeper.sinceMs < longAgoMs) sleeper.answer(entries);
    }
  }

  #wake(): void {
    this.#isBlocked = false;
    this.#commands
      .runAll((pipeline) =>
        pipeline.xadd(this.#wakeKey, 'MAXLEN', 1, '*', 'wake', '1').pexpire(this.#wakeKey, 60 * blockMs),
      )
      // Then the question ends by itself.
      .catch(() => undefined);
  }
}

function isAfter(id: string, number: number): boolean {
  return Number.parseInt(id, 10) > number;
}
