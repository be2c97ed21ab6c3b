import type { TranslationEvent } from '../../shared/translation-event.ts';

/** An event with its place in the stream, from 1. */
export interface RecordedEvent {
  number: number;
  event: TranslationEvent;
}

/** The producer's end of a stream's record. */
export interface StreamRecord {
  /** Adds an event; resolves when readers can see it. Rejects when the store cannot be reached. */
  append(event: TranslationEvent): Promise<void>;
  /** No more events will come. The record is kept for a while, for readers that come back. */
  close(): Promise<void>;
}

/** What is known of a record. */
export interface RecordState {
  isClosed: boolean;
  /** Number of the oldest event that is kept; those before it are gone. */
  first: number;
  /** Number of the newest event; 0 before the first. */
  last: number;
  /** Whether it ended in `done` with everything translated. */
  isComplete: boolean;
  /** Whether its producer died, so that it will never be closed. */
  isAbandoned: boolean;
}

/** What an Idempotency-Key stands for. */
export interface KeyClaim {
  /** Stream id. */
  id: string;
  /** Digest of the request: the same key with another one is a mistake. */
  fingerprint: string;
}

/** What the server of a reader tells the server of the producer, which may be another one. */
export interface StreamNote {
  type: 'cancel' | 'reading' | 'left';
  /** Stream id. */
  id: string;
  /** Which reader; a `reading` is said again every two seconds, so that a reader whose server died is forgotten. */
  reader?: string;
}

/** Where the records of streams are: what stands between producers and readers. In memory, or in Redis for several servers. */
export interface RecordStore {
  /** A record for a new stream. */
  create(id: string): Promise<StreamRecord>;
  /** Undefined when the stream is unknown or expired. */
  find(id: string): Promise<RecordState | undefined>;
  /**
   * The events after number `after`, then live ones, until the record is closed or the signal aborts (it ends quietly). Throws `stream_gone`
   * when the record is unknown, lacks events after `after`, or its producer died.
   */
  read(id: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void>;
  /**
   * Makes a key stand for a stream, unless it stands for another: returns whom it stands for now. `instead` is the id of the stream that may be
   * replaced. Forgotten together with the stream.
   */
  claim(key: string, claim: KeyClaim, instead?: string): Promise<KeyClaim>;
  /** What a key stands for. */
  findClaim(key: string): Promise<KeyClaim | undefined>;
  /** Tells the producer's server, when it is another one; nobody has to hear. */
  send(note: StreamNote): void;
  /** From now on notes of other servers come here. */
  onNote(listener: (note: StreamNote) => void): void;
  /** Ends the reading of other servers' streams, without a word: they go on there. */
  leave(): void;
  close(): Promise<void>;
}
