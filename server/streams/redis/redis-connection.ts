import type { ChainableCommander, Redis, RedisOptions } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import { TranslationError } from '../../../shared/translation-error.ts';
import { Bell } from '../bell.ts';

/** How long a command waits for Redis, and for a lost connection to come back. */
export const patienceMs = 3000;

/**
 * What the client may not do by itself: repeat a command whose answer was lost, keep commands for later, subscribe anew. Each of these would happen
 * after whoever asked was told of the failure.
 */
const connectionOptions = {
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  // Fails what is under way as soon as the connection is lost.
  maxRetriesPerRequest: 0,
  commandTimeout: patienceMs,
  // A peer that is gone without a word, or hangs: its connection is given up.
  socketTimeout: patienceMs,
  connectTimeout: patienceMs,
  retryStrategy: (times: number) => Math.min(times * 50, 500),
  disableClientInfo: true,
} satisfies RedisOptions;

/** Makes a client with these options. */
export type OpenRedis = (options: typeof connectionOptions) => Redis;

/** Who learns when a connection is lost and found again. */
export interface ConnectionWatcher {
  onLost?: () => void;
  onReady?: () => void;
}

/** A connection to Redis that comes back by itself. */
export class RedisConnection {
  readonly #redis: Redis;
  readonly #readiness = new Bell();
  #lostAtMs: number | undefined;
  #isClosed = false;
  /** What Redis said last when it refused the connection itself, such as `NOAUTH`. */
  #refusal: string | undefined;

  constructor(open: OpenRedis, { onLost, onReady }: ConnectionWatcher = {}) {
    this.#redis = open(connectionOptions);
    // The client repeats the error of each attempt; what matters is whether the connection is there.
    this.#redis.on('error', (error: Error) => (this.#refusal = getReplyWord(error)));
    this.#redis.on('close', () => {
      const isNews = this.#lostAtMs === undefined && !this.#isClosed;
      this.#lostAtMs ??= Date.now();
      if (isNews) onLost?.();
    });
    this.#redis.on('ready', () => {
      this.#lostAtMs = undefined;
      onReady?.();
      this.#readiness.ring();
    });
  }

  get isReady(): boolean {
    return this.#redis.status === 'ready';
  }

  /** The client itself, for what is no command. */
  get redis(): Redis {
    return this.#redis;
  }

  get refusal(): string | undefined {
    return this.#refusal;
  }

  /**
   * Sends, and sends again when the connection was lost meanwhile: what is sent must bear to be done twice. Throws `internal` when Redis stays
   * away, at once when it has been away for long.
   */
  async run<Answer>(send: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const giveUpAtMs = Date.now() + patienceMs;
    for (;;) {
      await this.#waitUntilReady(giveUpAtMs);
      try {
        return await send(this.#redis);
      } catch (error) {
        refuseToRepeat(error, giveUpAtMs);
      }
      await delay(20);
    }
  }

  /** Sends several commands in one go, as `run` does, and gives their answers. An entry that an attempt before has added is no failure. */
  runAll(add: (pipeline: ChainableCommander) => ChainableCommander): Promise<unknown[]> {
    return this.run(async (redis) => {
      const results = (await add(redis.pipeline()).exec()) ?? [];
      const failure = results.find(([error]) => error && !isRepetition(error))?.[0];
      if (failure) throw failure;
      return results.map(([, answer]) => answer);
    });
  }

  /** Whether Redis answers before the signal aborts. */
  async ready(signal: AbortSignal): Promise<boolean> {
    while (!this.isReady && !this.#isClosed && !signal.aborted) await this.#readiness.wait(signal);
    return this.isReady;
  }

  close(): void {
    this.#isClosed = true;
    this.#redis.disconnect();
    this.#readiness.ring();
  }

  async #waitUntilReady(giveUpAtMs: number): Promise<void> {
    if (this.isReady) return;
    const limitMs = Math.min(giveUpAtMs, (this.#lostAtMs ?? Infinity) + patienceMs);
    const isReady = await this.ready(AbortSignal.timeout(Math.max(0, limitMs - Date.now())));
    if (!isReady) throw createAbsence();
  }
}

/** Throws unless the command was on its way when the connection was lost, and there is time left. */
function refuseToRepeat(error: unknown, giveUpAtMs: number): void {
  const word = getReplyWord(error);
  if (word !== undefined) throw createRefusal(word);
  if (isTimeout(error) || Date.now() >= giveUpAtMs) throw createAbsence();
}

/** Errors of the client are never kept as a cause: they hold the command, and with it text. */
function createAbsence(): TranslationError {
  return new TranslationError('internal', 'Redis does not answer.', {
    hint: 'Start it again, or start the server without --redis-url.',
  });
}

function createRefusal(word: string): TranslationError {
  return new TranslationError('internal', `Redis refused a command (${word}).`, {
    hint: 'Look at its log and memory, or start the server without --redis-url.',
  });
}

/** The first word of what Redis itself answered, such as `OOM`; the rest may repeat the command. Undefined for failures on the way. */
function getReplyWord(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return undefined;
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'Command timed out';
}

function isRepetition(error: Error): boolean {
  return error.name === 'ReplyError' && error.message.includes('equal or smaller than the target stream top');
}
