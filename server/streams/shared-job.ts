import { toTranslationError, TranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import { Bell } from './bell.ts';

/** What a job is made of. */
export interface JobParts {
  /** Makes the events, from `start` on; stops soon after the signal aborts. */
  produce: (signal: AbortSignal) => AsyncIterable<TranslationEvent>;
  /** The `done` of a stream that is cancelled while the job goes on for others. */
  createCancelled: () => TranslationEvent;
  /** Somebody waits now who was not expected: a job without hurry gets some. */
  onInteractive: () => void;
  /** Gets what the producer threw and nobody foresaw; readers learn of it as `internal`. */
  onFailure: (thrown: unknown) => void;
}

/** One run of the model, for one stream or for several that asked the same at the same time. It ends with the last of them. */
export class SharedJob {
  /** Resolves when the producer has ended. Never rejects. */
  readonly ended: Promise<void>;
  readonly #parts: JobParts;
  readonly #events: TranslationEvent[] = [];
  readonly #bell = new Bell();
  readonly #controller = new AbortController();
  #streams = 0;
  #isOver = false;

  constructor(parts: JobParts) {
    this.#parts = parts;
    this.ended = this.#pump();
  }

  /** Whether another stream may join. */
  get isOpen(): boolean {
    return !this.#isOver && !this.#controller.signal.aborted;
  }

  /** One more stream. */
  join(isInteractive: boolean): void {
    this.#streams += 1;
    if (isInteractive) this.#parts.onInteractive();
  }

  /** One stream less. Whether it was the last; then the producer is stopped, and its last events can still be read. */
  leave(): boolean {
    this.#streams -= 1;
    if (this.#streams === 0) this.#controller.abort();
    return this.#streams === 0;
  }

  /** Stops the producer for all its streams, with the `error` that they get. */
  stop(reason: TranslationError): void {
    this.#controller.abort(reason);
  }

  createCancelled(): TranslationEvent {
    return this.#parts.createCancelled();
  }

  /** All events from the first on, then live ones, until the job is over or the signal aborts (it ends quietly). */
  async *read(signal: AbortSignal): AsyncGenerator<TranslationEvent, void> {
    for (let index = 0; !signal.aborted;) {
      const event = this.#events[index];
      if (event) {
        index += 1;
        yield event;
      } else if (this.#isOver) return;
      else await this.#bell.wait(signal);
    }
  }

  async #pump(): Promise<void> {
    try {
      for await (const event of this.#parts.produce(this.#controller.signal)) this.#add(event);
    } catch (thrown) {
      if (!(thrown instanceof TranslationError)) this.#parts.onFailure(thrown);
      this.#add({ event: 'error', data: toTranslationError(thrown).toData() });
    } finally {
      this.#isOver = true;
      this.#bell.ring();
    }
  }

  #add(event: TranslationEvent): void {
    this.#events.push(event);
    this.#bell.ring();
  }
}
