import type { EventData } from '../../shared/translation-event.ts';
import type { EngineUsage } from '../engines/engine.ts';

/** Counts what a translation takes. The clock starts when it is made: as soon as the request has been read. */
export class Meter {
  readonly #arrivedAt = performance.now();
  /** Since when it waits for its turn; undefined while it has it. */
  #queuedSince: number | undefined = this.#arrivedAt;
  #queuedMs = 0;
  #firstTextAt: number | undefined;
  #segmentTextAt: number | undefined;
  #writingMs = 0;
  #usage: EngineUsage = {};

  /** Its turn has come. */
  begin(): void {
    this.#queuedMs = this.#getQueuedMs(performance.now());
    this.#queuedSince = undefined;
  }

  /** It gave its turn to another, and waits again until `begin`. */
  pause(): void {
    this.#queuedSince = performance.now();
  }

  /** Some text came. */
  noteText(): void {
    const now = performance.now();
    this.#firstTextAt ??= now;
    this.#segmentTextAt ??= now;
  }

  /** A segment is over. */
  endSegment(usage: EngineUsage): void {
    if (this.#segmentTextAt !== undefined) this.#writingMs += performance.now() - this.#segmentTextAt;
    this.#segmentTextAt = undefined;
    this.#usage = {
      ...addIfKnown('inputTokens', this.#usage, usage),
      ...addIfKnown('outputTokens', this.#usage, usage),
      ...addIfKnown('thinkingTokens', this.#usage, usage),
      ...addIfKnown('loadMs', this.#usage, usage),
    };
  }

  getUsage(characters: number): EventData<'done'>['usage'] {
    const { loadMs, ...tokens } = this.#usage;
    return { ...tokens, characters };
  }

  getTiming(): EventData<'done'>['timing'] {
    const now = performance.now();
    const { outputTokens = 0, loadMs = 0 } = this.#usage;
    return {
      queuedMs: Math.round(this.#getQueuedMs(now)),
      loadMs: Math.round(loadMs),
      firstTokenMs: this.#firstTextAt === undefined ? 0 : Math.round(this.#firstTextAt - this.#arrivedAt),
      totalMs: Math.round(now - this.#arrivedAt),
      tokensPerSecond: this.#writingMs > 0 ? Math.round((outputTokens / this.#writingMs) * 10_000) / 10 : 0,
    };
  }

  #getQueuedMs(now: number): number {
    return this.#queuedMs + (this.#queuedSince === undefined ? 0 : now - this.#queuedSince);
  }
}

function addIfKnown(key: keyof EngineUsage, sum: EngineUsage, usage: EngineUsage): EngineUsage {
  const added = usage[key];
  if (added === undefined) return sum[key] === undefined ? {} : { [key]: sum[key] };
  return { [key]: (sum[key] ?? 0) + added };
}
