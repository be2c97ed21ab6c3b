import { randomBytes, randomUUID } from 'node:crypto';
import { TranslationError } from '../../shared/translation-error.ts';
import type { RecordedEvent, RecordState, RecordStore, StreamNote } from './record-store.ts';
import { RunningStream, type StreamParts } from './running-stream.ts';
import { SharedJob, type JobParts } from './shared-job.ts';

/** How often a reader tells the producer's server that it is there, and how long it is believed. */
const readerNoteMs = 2000;
const forgottenMs = 3 * readerNoteMs;

export interface StreamStoreOptions {
  records: RecordStore;
  /** How long a stream that may be resumed goes on without a reader. */
  graceMs: number;
  /** Streams that one caller may have running at once. */
  maxStreams: number;
  /** Gets what was thrown and nobody foresaw. */
  onFailure: (thrown: unknown) => void;
}

/** The streams that run here, and the way to those that run elsewhere or have ended. */
export class StreamStore {
  readonly #options: StreamStoreOptions;
  readonly #running = new Map<string, RunningStream>();
  readonly #ends = new Set<Promise<void>>();
  /** By what they do, so that the same is not done twice at once. */
  readonly #jobs = new Map<string, SharedJob>();
  /** Streams that run or are about to, by caller. */
  readonly #reserved = new Map<string, Set<object>>();
  #stopReason: TranslationError | undefined;

  constructor(options: StreamStoreOptions) {
    this.#options = options;
    options.records.onNote((note) => {
      this.#hear(note);
    });
  }

  get records(): RecordStore {
    return this.#options.records;
  }

  /** How many streams run here. */
  get runningCount(): number {
    return this.#running.size;
  }

  /**
   * Counts a stream that is about to begin for its caller, until what is returned is called. Throws `too_many_requests` when the caller has as
   * many as it may; `shutting_down` once the store was stopped.
   */
  reserve(caller: string | undefined): () => void {
    if (this.#stopReason) throw this.#stopReason;
    if (caller === undefined) return () => undefined;
    const token = {};
    const streams = this.#reserved.get(caller) ?? new Set();
    if (streams.size >= this.#options.maxStreams) throw createTooMany(this.#options.maxStreams);
    this.#reserved.set(caller, streams.add(token));
    return () => {
      streams.delete(token);
      if (streams.size === 0) this.#reserved.delete(caller);
    };
  }

  /** The job that does the same already, if another stream may join it. */
  findJob(identity: string): SharedJob | undefined {
    const job = this.#jobs.get(identity);
    return job?.isOpen ? job : undefined;
  }

  /** Starts a job. It ends with its last stream, so one must begin at once. Throws once the store was stopped. */
  startJob(identity: string, parts: Omit<JobParts, 'onFailure'>): SharedJob {
    if (this.#stopReason) throw this.#stopReason;
    const job = new SharedJob({ ...parts, onFailure: this.#options.onFailure });
    this.#jobs.set(identity, job);
    void job.ended.then(() => {
      if (this.#jobs.get(identity) === job) this.#jobs.delete(identity);
    });
    return job;
  }

  /** Begins a stream of a job, into the record that was created for it. */
  begin(parts: Omit<StreamParts, 'graceMs'>, { resume }: { resume: boolean }): void {
    const stream = new RunningStream({ ...parts, graceMs: resume ? this.#options.graceMs : 0 });
    this.#running.set(stream.id, stream);
    const end = stream
      .run()
      .catch((thrown: unknown) => {
        // One whose record cannot be written ends, and its readers learn why.
        if (!(thrown instanceof TranslationError)) this.#options.onFailure(thrown);
      })
      .finally(() => {
        this.#running.delete(stream.id);
        this.#ends.delete(end);
      });
    this.#ends.add(end);
  }

  /** What is known of a stream, wherever it runs or ran. */
  find(id: string): Promise<RecordState | undefined> {
    return this.records.find(id);
  }

  /**
   * The events after a number, for a reader that is there from now on until the reading ends or it is `gone`. Throws `stream_gone` for what
   * cannot be read, or not on.
   */
  read(id: string, after: number, gone: AbortSignal): AsyncGenerator<RecordedEvent, void> {
    const detach = this.#attach(id);
    const leave = (): void => {
      gone.removeEventListener('abort', leave);
      detach();
    };
    if (gone.aborted) leave();
    else gone.addEventListener('abort', leave);
    return this.#readAttached(this.records.read(id, after, gone), leave);
  }

  /** Cancels a stream; one that ended or never was is left in peace. */
  cancel(id: string): void {
    const stream = this.#running.get(id);
    if (stream) stream.cancel();
    else this.records.send({ type: 'cancel', id });
  }

  /** Stops every stream with an error and waits until the last has ended. Its readers may still have to read that; nothing new begins. */
  async stop(reason: TranslationError): Promise<void> {
    this.#stopReason = reason;
    for (const job of this.#jobs.values()) job.stop(reason);
    await Promise.all(this.#ends);
    this.records.leave();
  }

  async *#readAttached(
    events: AsyncGenerator<RecordedEvent, void>,
    leave: () => void,
  ): AsyncGenerator<RecordedEvent, void> {
    try {
      yield* events;
    } catch (thrown) {
      if (!(thrown instanceof TranslationError)) this.#options.onFailure(thrown);
      throw thrown;
    } finally {
      leave();
    }
  }

  /** Makes a reader count, until what is returned is called, more than once perhaps. */
  #attach(id: string): () => void {
    const reader = randomUUID();
    const stream = this.#running.get(id);
    if (stream) {
      stream.readers.enter(reader);
      return () => {
        stream.readers.leave(reader);
      };
    }
    const { records } = this;
    const say = (): void => {
      records.send({ type: 'reading', id, reader });
    };
    say();
    const timer = setInterval(say, readerNoteMs).unref();
    return () => {
      clearInterval(timer);
      records.send({ type: 'left', id, reader });
    };
  }

  #hear({ type, id, reader = '' }: StreamNote): void {
    const stream = this.#running.get(id);
    if (type === 'cancel') stream?.cancel();
    if (type === 'reading') stream?.readers.enter(reader, forgottenMs);
    if (type === 'left') stream?.readers.leave(reader);
  }
}

/** 128 random bits, which nobody can guess. */
export function createStreamId(): string {
  return randomBytes(16).toString('base64url');
}

function createTooMany(limit: number): TranslationError {
  return new TranslationError(
    'too_many_requests',
    `${limit} translations of this caller are running already, which is the limit.`,
    { hint: 'Wait until one of them has ended, or raise --max-streams.', retryAfterSeconds: 5 },
  );
}
