import { randomBytes } from 'node:crypto';
import { toTranslationError, TranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import { MemoryStreamRecord, type StreamRecord } from './stream-record.ts';

/** A running translation: its record for readers, and the way to stop it. */
export interface TranslationStream {
  /** 128 random bits; whoever knows it may read or cancel the stream, so it is never logged. */
  id: string;
  record: StreamRecord;
  /** Stops the producer; readers get `done` with `cancelled`, or the `error` that is given. */
  cancel(reason?: Error): void;
}

/** Makes the events of a stream; stops soon after the signal aborts. */
export type Producer = (id: string, signal: AbortSignal) => AsyncIterable<TranslationEvent>;

/** The streams that run now. */
export class StreamStore {
  readonly #running = new Map<string, TranslationStream & { ended: Promise<void> }>();
  readonly #onFailure: (thrown: unknown) => void;
  #stopReason: Error | undefined;

  /** `onFailure` gets what a producer threw and nobody foresaw; readers learn of it as `internal`. */
  constructor(onFailure: (thrown: unknown) => void) {
    this.#onFailure = onFailure;
  }

  /** Starts a producer, whether or not anyone reads; it is pumped into the record until it ends. Throws once the store was stopped. */
  start(produce: Producer): TranslationStream {
    if (this.#stopReason) throw this.#stopReason;
    const id = randomBytes(16).toString('base64url');
    const record = new MemoryStreamRecord();
    const controller = new AbortController();
    const ended = this.#pump(produce(id, controller.signal), record).finally(() => this.#running.delete(id));
    const stream = {
      id,
      record,
      cancel: (reason?: Error) => {
        controller.abort(reason);
      },
    };
    this.#running.set(id, { ...stream, ended });
    return stream;
  }

  /** Cancels a stream; one that ended or never was is left in peace. */
  cancel(id: string): void {
    this.#running.get(id)?.cancel();
  }

  /** Stops every stream with an error and waits until the last has ended. */
  async stop(reason: Error): Promise<void> {
    this.#stopReason = reason;
    const streams = [...this.#running.values()];
    for (const stream of streams) stream.cancel(reason);
    await Promise.all(streams.map(({ ended }) => ended));
  }

  async #pump(events: AsyncIterable<TranslationEvent>, record: StreamRecord): Promise<void> {
    try {
      for await (const event of events) record.append(event);
    } catch (thrown) {
      if (!(thrown instanceof TranslationError)) this.#onFailure(thrown);
      record.append({ event: 'error', data: toTranslationError(thrown).toData() });
    } finally {
      record.close();
    }
  }
}
