import type { TranslationEvent } from '../../shared/translation-event.ts';
import { Readers } from './readers.ts';
import type { StreamRecord } from './record-store.ts';
import type { SharedJob } from './shared-job.ts';

/** What a stream is made of. */
export interface StreamParts {
  /** 128 random bits; whoever knows it may read or cancel the stream, so it is never logged. */
  id: string;
  record: StreamRecord;
  /** Joined already. */
  job: SharedJob;
  /** Told once it is over. */
  onEnd: () => void;
  /** How long it goes on without a reader. */
  graceMs: number;
}

/** A stream that runs here: pumps its job's events into its record, whether or not anybody reads them. */
export class RunningStream {
  readonly id: string;
  readonly readers: Readers;
  readonly #record: StreamRecord;
  readonly #job: SharedJob;
  readonly #onEnd: () => void;
  readonly #left = new AbortController();
  #isCancelled = false;

  constructor({ id, record, job, onEnd, graceMs }: StreamParts) {
    this.id = id;
    this.#record = record;
    this.#job = job;
    this.#onEnd = onEnd;
    this.readers = new Readers(graceMs, () => {
      this.cancel();
    });
  }

  /** Ends it with `done` and `cancelled`; its job too, when that has no other stream. */
  cancel(): void {
    if (this.#isCancelled) return;
    this.#isCancelled = true;
    // The last stream reads its job's own end: that knows what is whole of the text so far.
    if (!this.#job.leave()) this.#left.abort();
  }

  /** Runs until the last event is recorded. Rejects when the record cannot be written any more. */
  async run(): Promise<void> {
    try {
      for await (const event of this.#job.read(this.#left.signal))
        await this.#record.append(withId(event, this.id));
      if (this.#left.signal.aborted) await this.#record.append(this.#job.createCancelled());
    } finally {
      this.readers.close();
      if (!this.#isCancelled) this.#job.leave();
      this.#isCancelled = true;
      this.#onEnd();
      await this.#record.close();
    }
  }
}

/** Streams of one job differ in nothing else. */
function withId({ event, data }: TranslationEvent, id: string): TranslationEvent {
  return event === 'start' ? { event, data: { ...data, id } } : ({ event, data } as TranslationEvent);
}
