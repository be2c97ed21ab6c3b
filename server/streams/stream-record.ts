import type { TranslationEvent } from '../../shared/translation-event.ts';
import { Bell } from './bell.ts';

/** An event with its place in the stream, from 1. */
export interface RecordedEvent {
  number: number;
  event: TranslationEvent;
}

/** What stands between the producer of a stream and its readers: the events so far, and the news that there are more. */
export interface StreamRecord {
  append(event: TranslationEvent): void;
  /** No more events will come. */
  close(): void;
  /** The events after number `after`, then live ones, until the record is closed or the signal aborts (it ends quietly). */
  read(after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void>;
}

/** A record in memory. */
export class MemoryStreamRecord implements StreamRecord {
  readonly #events: TranslationEvent[] = [];
  readonly #bell = new Bell();
  #closed = false;

  append(event: TranslationEvent): void {
    this.#events.push(event);
    this.#bell.ring();
  }

  close(): void {
    this.#closed = true;
    this.#bell.ring();
  }

  async *read(after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void> {
    for (let number = after + 1; !signal.aborted;) {
      const event = this.#events[number - 1];
      if (event) yield { number: number++, event };
      else if (this.#closed) return;
      else await this.#bell.wait(signal);
    }
  }
}
