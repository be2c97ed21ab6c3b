import type { ChainableCommander } from 'ioredis';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import type { StreamRecord } from '../record-store.ts';
import { encodeEvent, getEventId, getGapId } from './record-entry.ts';
import type { RedisConnection } from './redis-connection.ts';
import { redisKeys } from './redis-keys.ts';
import { endScript } from './redis-scripts.ts';

/** What a record needs to know beside its id. */
export interface RedisRecordOptions {
  connection: RedisConnection;
  /** The server that produces. */
  server: string;
  /** How long Redis keeps a record that nobody closes. */
  openMs: number;
  /** How long Redis keeps a closed one. */
  keptMs: number;
  streamEvents: number;
  /** Called once the end is in Redis. */
  onEnded: () => void;
  /** Called when the end can't be written now. */
  onUnended: () => void;
}

/** The producer's end of a record in Redis. What comes while a round trip is under way goes with the next, so the order holds. */
export class RedisStreamRecord implements StreamRecord {
  readonly #id: string;
  readonly #options: RedisRecordOptions;
  #unsent: string[][] = [];
  /** The round trip under way or the last one; once one has failed, so do all after it. */
  #round: Promise<unknown> = Promise.resolve();
  #nextRound: Promise<void> | undefined;
  #last = 0;
  /** Number of the newest event that is surely in Redis. */
  #written = 0;
  #isComplete = false;
  #isEnding = false;

  constructor(id: string, options: RedisRecordOptions) {
    this.#id = id;
    this.#options = options;
  }

  /** Says in Redis whose stream this is. */
  async announce(): Promise<void> {
    await this.#options.connection.runAll((pipeline) => this.#addFacts(pipeline));
  }

  append(event: TranslationEvent): Promise<void> {
    this.#isComplete = event.event === 'done' && event.data.complete;
    this.#unsent.push([getEventId(++this.#last), ...encodeEvent(event)]);
    this.#nextRound ??= this.#round.then(() => this.#send());
    return this.#nextRound;
  }

  /** Never rejects: an end that can't be written now is written by `end`, or as soon as Redis is back. */
  async close(): Promise<void> {
    await Promise.allSettled([this.#nextRound ?? this.#round]);
    this.#isEnding = true;
    await this.end().catch(this.#options.onUnended);
  }

  /** Writes the end. */
  async end(): Promise<void> {
    const { connection, keptMs, onEnded } = this.#options;
    const keys = [redisKeys.entries(this.#id), redisKeys.facts(this.#id)];
    const words = [getEventId(this.#last + 1), this.#isComplete ? '1' : '0', keptMs, this.#id];
    await connection.run((redis) => redis.eval(endScript, keys.length, ...keys, ...words));
    onEnded();
  }

  /** Redis is back, perhaps with nothing in it: who lacks events must learn of it, and the record must be kept on. */
  async renew(): Promise<void> {
    const { connection, openMs } = this.#options;
    const entries = redisKeys.entries(this.#id);
    await connection.runAll((pipeline) => {
      if (this.#written > 0) {
        pipeline.xadd(entries, getGapId(this.#written), 'gap', '1').pexpire(entries, openMs);
      }
      // Last: before it nobody finds the record.
      return this.#addFacts(pipeline);
    });
    if (this.#isEnding) await this.end();
  }

  #addFacts(pipeline: ChainableCommander): ChainableCommander {
    const { server, openMs } = this.#options;
    const facts = redisKeys.facts(this.#id);
    return pipeline.hset(facts, 'server', server).pexpire(facts, openMs);
  }

  #send(): Promise<void> {
    const round = this.#write(this.#unsent.splice(0));
    this.#round = round;
    this.#nextRound = undefined;
    return round;
  }

  async #write(unsent: string[][]): Promise<void> {
    const { connection, openMs, streamEvents } = this.#options;
    const entries = redisKeys.entries(this.#id);
    const isFirst = this.#written === 0;
    await connection.runAll((pipeline) => {
      for (const entry of unsent) pipeline.xadd(entries, 'MAXLEN', '~', streamEvents, ...entry);
      return isFirst ? pipeline.pexpire(entries, openMs) : pipeline;
    });
    this.#written += unsent.length;
  }
}
