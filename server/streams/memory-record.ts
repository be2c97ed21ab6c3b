import type { TranslationEvent } from '../../shared/translation-event.ts';
import { Bell } from './bell.ts';
import { measureEvent } from './measure-event.ts';
import type { RecordedEvent, RecordState, StreamRecord } from './record-store.ts';
import { createStreamGone } from './stream-gone.ts';

/** The events of one stream in memory. */
export class MemoryRecord implements StreamRecord {
  /** What the events take, roughly. */
  bytes = 0;
  readonly #events: TranslationEvent[] = [];
  readonly #bell = new Bell();
  readonly #mostEvents: number;
  readonly #onClose: () => void;
  /** How many events were dropped from the front. */
  #dropped = 0;
  #isClosed = false;

  /** `onClose` is told once, when no more events will come. */
  constructor(mostEvents: number, onClose: () => void) {
    this.#mostEvents = mostEvents;
    this.#onClose = onClose;
  }

  append(event: TranslationEvent): Promise<void> {
    this.#events.push(event);
    this.bytes += measureEvent(event);
    if (this.#events.length > this.#mostEvents) this.#drop();
    this.#bell.ring();
    return Promise.resolve();
  }

  close(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    this.#isClosed = true;
    this.#bell.ring();
    this.#onClose();
    return Promise.resolve();
  }

  getState(): RecordState {
    const end = this.#events.at(-1);
    return {
      isClosed: this.#isClosed,
      first: this.#dropped + 1,
      last: this.#dropped + this.#events.length,
      isComplete: end?.event === 'done' && end.data.complete,
      isAbandoned: false,
    };
  }

  async *read(after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void> {
    for (let number = after + 1; !signal.aborted;) {
      if (number <= this.#dropped) throw createStreamGone('trimmed');
      const event = this.#events[number - 1 - this.#dropped];
      if (event) yield { number: number++, event };
      else if (this.#isClosed) return;
      else await this.#bell.wait(signal);
    }
  }

  /** A tenth at once, so that a long stream does not move its events one place with every new one. */
  #drop(): void {
    const dropped = this.#events.splice(0, Math.ceil(this.#mostEvents / 10));
    this.#dropped += dropped.length;
    for (const event of dropped) this.bytes -= measureEvent(event);
  }
}
