import { keepLimits } from '../../server/streams/keep-limits.ts';
import type { IncomingEvent } from '../../shared/event-stream-reader.ts';
import { parseTranslationEvent } from '../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getOutcome,
  getTranslatedText,
  type TranslationState,
} from '../../shared/translation-state.ts';
import { Fault } from './fault.ts';
import type { Sample } from './sample.ts';

/** One stream as its reader knows it, over all connections it was read on. */
export class StreamView {
  id = '';
  /** Number of the last event. */
  last = 0;
  readonly #beganAtMs: number;
  readonly #sample: Sample;
  #state: TranslationState = emptyTranslation;

  constructor(sample: Sample, beganAtMs = performance.now()) {
    this.#sample = sample;
    this.#beganAtMs = beganAtMs;
  }

  /** The same stream from its beginning. */
  createReplay(): StreamView {
    const replay = new StreamView(this.#sample, this.#beganAtMs);
    replay.id = this.id;
    return replay;
  }

  get lastEventId(): string {
    return `${this.id}:${this.last}`;
  }

  /** Whether it may have ended so long ago that the server need not have it any more: on a busy machine a few visits take a minute. */
  get mayBeGone(): boolean {
    return performance.now() - this.#beganAtMs > keepLimits.keptMs;
  }

  get isEnded(): boolean {
    return getOutcome(this.#state) !== 'running';
  }

  /** How it ended, in a word or two. */
  get outcome(): string {
    const { error, segments } = this.#state;
    const code = error?.code ?? segments.find((segment) => segment.error)?.error?.code;
    const outcome = getOutcome(this.#state);
    return outcome === 'failed' || outcome === 'incomplete' ? `${outcome} ${code ?? 'length'}` : outcome;
  }

  /** The next event. Throws when it is not the next one. */
  take({ type, data, lastEventId }: IncomingEvent): void {
    const [id = '', number] = lastEventId.split(':');
    if (this.id === '') this.id = id;
    if (id !== this.id || Number(number) !== this.last + 1)
      throw new Fault(`Event ${String(number)} (${type}) came after event ${this.last}.`);
    if (this.isEnded) throw new Fault(`${type} came after the end.`);
    this.last += 1;
    const event = parseTranslationEvent(type, data);
    if (!event) throw new Fault(`There is an event ${type}.`);
    this.#state = foldTranslation(this.#state, event);
  }

  /** Throws when a word of what came so far is wrong, or the end is one that cannot be. */
  check(): void {
    const { text, translate } = this.#sample;
    for (const { start, end, shown, status } of this.#state.segments) {
      const whole = translate(text.slice(start, end));
      const isRight = status === 'translated' ? shown === whole : whole.startsWith(shown.trimEnd());
      if (!isRight) throw new Fault(`Segment ${start}–${end} (${status ?? 'running'}) has a wrong text.`);
    }
    if (getOutcome(this.#state) === 'complete' && getTranslatedText(this.#state) !== translate(text))
      throw new Fault('A complete translation has a wrong text.');
    if (/internal|stream_gone|shutting_down/.test(this.outcome)) throw new Fault(`It ended ${this.outcome}.`);
  }
}
