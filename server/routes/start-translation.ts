import type { TranslateRequest } from '../../shared/translate-request.ts';
import { toTranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import type { Dependencies } from '../dependencies.ts';
import type { Manner } from '../pipeline/manner.ts';
import { withReadFailure, type ReadEvent } from '../readers/with-read-failure.ts';
import type { KeyClaim, RecordStore, StreamRecord } from '../streams/record-store.ts';
import { findKeyedStream, refuseOtherRequest, type RequestKey } from '../streams/request-key.ts';
import { createStreamId, type StreamStore } from '../streams/stream-store.ts';
import { prepareJob, type PreparedJob } from './prepare-job.ts';

/** How a translation is wanted, by whom, and until when. */
export interface TranslationTerms {
  manner: Manner;
  /** What limits are counted by; undefined: a local program without a name. */
  caller: string | undefined;
  /** By which a repeated request finds its stream. */
  requestKey?: RequestKey | undefined;
  /** Aborts when the reader leaves. */
  gone: AbortSignal;
}

/** A stream and its first reader. */
export interface StartedTranslation {
  id: string;
  /** All its events, from the first on. */
  events: AsyncIterable<ReadEvent>;
}

/**
 * Everything that is decided before the headers, then a running stream with a reader, who may be `gone` before it began. Throws what makes the
 * request impossible: its languages, its length, its engine, a full queue.
 */
export async function startTranslation(
  request: TranslateRequest,
  terms: TranslationTerms,
  dependencies: Dependencies,
): Promise<StartedTranslation> {
  const { streams } = dependencies;
  const { caller, requestKey, gone } = terms;
  const read = (id: string): StartedTranslation => ({
    id,
    events: withReadFailure(streams.read(id, 0, gone)),
  });
  const { joined, replaced } = requestKey ? await findKeyedStream(streams.records, requestKey) : {};
  if (joined !== undefined) return read(joined);
  const release = streams.reserve(caller);
  let prepared: PreparedJob | undefined;
  try {
    prepared = await prepareJob(request, terms, dependencies);
    const { id, record } = await openRecord(streams.records, requestKey, replaced);
    if (record) await beginStream({ id, record, prepared, release }, request, streams);
    else giveUp(prepared, release);
    return read(id);
  } catch (thrown) {
    giveUp(prepared, release);
    throw thrown;
  }
}

function giveUp(prepared: PreparedJob | undefined, release: () => void): void {
  prepared?.drop();
  release();
}

/** A record for a new stream. Without one: another request began the stream of that id under the same key meanwhile. */
async function openRecord(
  records: RecordStore,
  requestKey: RequestKey | undefined,
  replaced: string | undefined,
): Promise<{ id: string; record?: StreamRecord }> {
  const id = createStreamId();
  const record = await records.create(id);
  if (!requestKey) return { id, record };
  const { key, fingerprint } = requestKey;
  let holder: KeyClaim | undefined;
  try {
    holder = await records.claim(key, { id, fingerprint }, replaced);
  } finally {
    if (holder?.id !== id) await record.close();
  }
  if (holder.id === id) return { id, record };
  refuseOtherRequest(holder, fingerprint);
  return { id: holder.id };
}

interface OpenedStream {
  id: string;
  record: StreamRecord;
  prepared: PreparedJob;
  release: () => void;
}

async function beginStream(
  { id, record, prepared, release }: OpenedStream,
  request: TranslateRequest,
  streams: StreamStore,
): Promise<void> {
  try {
    streams.begin({ id, record, job: prepared.join(), onEnd: release }, request);
  } catch (thrown) {
    // Whoever found the stream by its key meanwhile reads why it never began.
    const failure: TranslationEvent = { event: 'error', data: toTranslationError(thrown).toData() };
    await Promise.allSettled([record.append(failure)]);
    await record.close();
    throw thrown;
  }
}
