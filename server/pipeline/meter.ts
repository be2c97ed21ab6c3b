import type { EventData } from '../../shared/translation-event.ts';
import type { EngineUsage } from '../engines/engine.ts';

/** Counts what a translation takes. The clock starts when it is made: as soon as the request has been read. */
export class Meter {
  readonly #arrivedAt = performance.now();
  #startedAt: number | undefined;
  #firstTextAt: number | undefined;
  #segmentTextAt: number | undefined;
  #writingMs = 0;
  #usage: EngineUsage = {};

  /** The queue is over. */
  begin(): void {
    this.#startedAt = performance.now();
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
      queuedMs: Math.round((this.#startedAt ?? now) - this.#arrivedAt),
      loadMs: Math.round(loadMs),
      firstTokenMs: this.#firstTextAt === undefined ? 0 : Math.round(this.#firstTextAt - this.#arrivedAt),
      totalMs: Math.round(now - this.#arrivedAt),
      tokensPerSecond: this.#writingMs > 0 ? Math.round((outputTokens / this.#writingMs) * 10_000) / 10 : 0,
    };
  }
}

function addIfKnown(key: keyof EngineUsage, sum: EngineUsage, usage: EngineUsage): EngineUsage {
  const added = usage[key];
  if (added === undefined) return sum[key] === undefined ? {} : { [key]: sum[key] };
  return { [key]: (sum[key] ?? 0) + added };
}
