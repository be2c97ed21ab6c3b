import { keepLimits, type KeepLimits } from './keep-limits.ts';
import { MemoryRecord } from './memory-record.ts';
import type { KeyClaim, RecordedEvent, RecordState, RecordStore, StreamRecord } from './record-store.ts';
import { createStreamGone } from './stream-gone.ts';

/** The records of one server, in its memory: gone when it stops. */
export class MemoryRecordStore implements RecordStore {
  readonly #limits: KeepLimits;
  readonly #records = new Map<string, MemoryRecord>();
  /** When the streams that have ended did so, oldest first. */
  readonly #endedAt = new Map<string, number>();
  readonly #claims = new Map<string, KeyClaim>();
  /** By stream id. */
  readonly #claimKeys = new Map<string, string>();
  #keptBytes = 0;
  /** There while a stream is kept that has ended. */
  #timer: NodeJS.Timeout | undefined;

  constructor(limits: Partial<KeepLimits> = {}) {
    this.#limits = { ...keepLimits, ...limits };
  }

  create(id: string): Promise<StreamRecord> {
    const record = new MemoryRecord(this.#limits.streamEvents, () => {
      this.#keep(id, record);
    });
    this.#records.set(id, record);
    return Promise.resolve(record);
  }

  find(id: string): Promise<RecordState | undefined> {
    return Promise.resolve(this.#records.get(id)?.getState());
  }

  async *read(id: string, after: number, signal: AbortSignal): AsyncGenerator<RecordedEvent, void> {
    const record = this.#records.get(id);
    if (!record) throw createStreamGone('unknown');
    yield* record.read(after, signal);
  }

  claim(key: string, claim: KeyClaim, instead?: string): Promise<KeyClaim> {
    const holder = this.#claims.get(key);
    if (holder && holder.id !== instead) return Promise.resolve(holder);
    this.#claims.set(key, claim);
    this.#claimKeys.set(claim.id, key);
    return Promise.resolve(claim);
  }

  findClaim(key: string): Promise<KeyClaim | undefined> {
    return Promise.resolve(this.#claims.get(key));
  }

  /** There is no other server. */
  send(): void {
    return;
  }

  /** As `send`. */
  onNote(): void {
    return;
  }

  /** As `send`. */
  leave(): void {
    return;
  }

  close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#records.clear();
    this.#endedAt.clear();
    this.#claims.clear();
    this.#claimKeys.clear();
    return Promise.resolve();
  }

  #keep(id: string, record: MemoryRecord): void {
    this.#endedAt.set(id, performance.now());
    this.#keptBytes += record.bytes;
    this.#dropOld();
  }

  #dropOld(): void {
    clearTimeout(this.#timer);
    for (const [id, endedAt] of this.#endedAt) {
      const restMs = endedAt + this.#limits.keptMs - performance.now();
      if (restMs > 0 && !this.#isFull()) {
        this.#timer = setTimeout(() => {
          this.#dropOld();
        }, restMs).unref();
        return;
      }
      this.#drop(id);
    }
  }

  #isFull(): boolean {
    return this.#endedAt.size > this.#limits.keptStreams || this.#keptBytes > this.#limits.keptBytes;
  }

  #drop(id: string): void {
    this.#keptBytes -= this.#records.get(id)?.bytes ?? 0;
    this.#records.delete(id);
    this.#endedAt.delete(id);
    const key = this.#claimKeys.get(id);
    this.#claimKeys.delete(id);
    if (key !== undefined && this.#claims.get(key)?.id === id) this.#claims.delete(key);
  }
}
