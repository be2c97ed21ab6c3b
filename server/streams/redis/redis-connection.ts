import type { ChainableCommander, Redis, RedisOptions } from 'ioredis';
import { setTimeout as delay } from 'node:timers/promises';
import { TranslationError } from '../../../shared/translation-error.ts';
import { Bell } from '../bell.ts';

/**
 * What the client may not do by itself: repeat a command whose answer was lost, keep commands for later, subscribe anew. Each of these would happen
 * after whoever asked was told of the failure.
 */
function createOptions(patienceMs: number) {
  return {
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    // Fails what is under way as soon as the connection is lost.
    maxRetriesPerRequest: 0,
    // A peer that is gone without a word, or hangs: its connection is given up.
    socketTimeout: patienceMs,
    connectTimeout: patienceMs,
    retryStrategy: (times: number) => Math.min(times * 50, 500),
    disableClientInfo: true,
  } satisfies RedisOptions;
}

/** Makes a client with these options. */
export type OpenRedis = (options: ReturnType<typeof createOptions>) => Redis;

/** How to connect, and who learns when the connection is lost and found again. */
export interface ConnectionParts {
  open: OpenRedis;
  patienceMs: number;
  onLost?: () => void;
  onReady?: () => void;
}

/** A connection to Redis that comes back by itself. */
export class RedisConnection {
  readonly #redis: Redis;
  readonly #patienceMs: number;
  readonly #news = new Bell();
  #lostAtMs: number | undefined;
  #wasReady = false;
  #isClosed = false;
  #refusal: string | undefined;

  constructor({ open, patienceMs, onLost, onReady }: ConnectionParts) {
    this.#patienceMs = patienceMs;
    this.#redis = open(createOptions(patienceMs));
    // The client repeats the error of each attempt; what matters is whether the connection is there.
    this.#redis.on('error', (error: Error) => {
      this.#refusal = getReplyWord(error);
      if (this.#refusal !== undefined) this.#news.ring();
    });
    this.#redis.on('close', () => {
      const isNews = this.#wasReady && this.#lostAtMs === undefined && !this.#isClosed;
      this.#lostAtMs ??= Date.now();
      if (isNews) onLost?.();
    });
    this.#redis.on('ready', () => {
      this.#wasReady = true;
      this.#lostAtMs = undefined;
      this.#refusal = undefined;
      onReady?.();
      this.#news.ring();
    });
  }

  get isReady(): boolean {
    return this.#redis.status === 'ready';
  }

  /** The client itself, for what is no command. */
  get redis(): Redis {
    return this.#redis;
  }

  /** The word with which Redis lets nobody in, such as `NOAUTH`. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  /**
   * Sends, and sends again when the connection was lost meanwhile: what is sent must bear to be done twice. Throws `internal` when Redis stays
   * away, at once when it has been away for long.
   */
  async run<Answer>(send: (redis: Redis) => Promise<Answer>): Promise<Answer> {
    const giveUpAtMs = Date.now() + this.#patienceMs;
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

  /** Whether Redis answers before the signal aborts, or before it says that it will not. */
  async ready(signal: AbortSignal): Promise<boolean> {
    const isOpen = (): boolean => !this.#isClosed && this.#refusal === undefined && !signal.aborted;
    while (!this.isReady && isOpen()) await this.#news.wait(signal);
    return this.isReady;
  }

  close(): void {
    this.#isClosed = true;
    this.#redis.disconnect();
    this.#news.ring();
  }

  async #waitUntilReady(giveUpAtMs: number): Promise<void> {
    if (this.isReady) return;
    const limitMs = Math.min(giveUpAtMs, (this.#lostAtMs ?? Infinity) + this.#patienceMs);
    const isReady = await this.ready(AbortSignal.timeout(Math.max(0, limitMs - Date.now())));
    if (isReady) return;
    throw this.#refusal === undefined ? createAbsence() : createRefusal(this.#refusal);
  }
}

/** Throws unless the command was on its way when the connection was lost, and there is time left. */
function refuseToRepeat(error: unknown, giveUpAtMs: number): void {
  const word = getReplyWord(error);
  if (word !== undefined) throw createRefusal(word);
  if (Date.now() >= giveUpAtMs) throw createAbsence();
}

/** Errors of the client are never kept as a cause: they hold the command, and with it text. */
function createAbsence(): TranslationError {
  return new TranslationError('internal', 'Redis does not answer.', {
    hint: 'Start it again, or start the server without --redis-url.',
  });
}

function createRefusal(word: string): TranslationError {
  return new TranslationError('internal', `Redis refuses (${word}).`, {
    hint: 'Look at its log and memory, or start the server without --redis-url.',
  });
}

/** The first word of what Redis itself answered, such as `OOM`; the rest may repeat the command. Undefined for failures on the way. */
function getReplyWord(error: unknown): string | undefined {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return undefined;
  return /^[A-Z]+/.exec(error.message)?.[0] ?? 'ERR';
}

function isRepetition(error: Error): boolean {
  return error.name === 'ReplyError' && error.message.includes('equal or smaller than the target stream top');
}
