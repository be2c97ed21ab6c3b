import { toTranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import type { Metrics } from '../metrics/metrics.ts';

/** A stage: counts how segments and the whole ended, and what that took. Passes everything, what is thrown too. */
export async function* countOutcome(
  events: AsyncIterable<TranslationEvent>,
  metrics: Metrics,
): AsyncGenerator<TranslationEvent, void> {
  const outcome = new Outcome(metrics);
  try {
    for await (const event of events) {
      outcome.note(event);
      yield event;
    }
  } catch (thrown) {
    metrics.noteFailure(outcome.engine, toTranslationError(thrown).code);
    throw thrown;
  }
}

/** What is known of a translation while it runs. */
class Outcome {
  /** Until `start` nobody knows it. */
  engine = '';
  /** The newest attempt of each segment that was begun anew. */
  readonly #attempts = new Map<number, number>();
  readonly #metrics: Metrics;

  constructor(metrics: Metrics) {
    this.#metrics = metrics;
  }

  note({ event, data }: TranslationEvent): void {
    if (event === 'delta') this.#noteAttempt(data.segment, data.attempt);
    if (event === 'start') this.engine = data.engine;
    if (event === 'segment') this.#metrics.noteSegment(data);
    if (event === 'error') this.#metrics.noteFailure(this.engine, data.code);
    if (event === 'done') this.#metrics.noteEnd(this.engine, data);
  }

  #noteAttempt(segment: number, attempt: number): void {
    if (attempt <= (this.#attempts.get(segment) ?? 1)) return;
    this.#attempts.set(segment, attempt);
    this.#metrics.noteFurtherAttempt();
  }
}
