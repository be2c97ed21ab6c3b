import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MemoryRecordStore } from '../../../server/streams/memory-record-store.ts';
import type { SharedJob } from '../../../server/streams/shared-job.ts';
import { createStreamId, StreamStore } from '../../../server/streams/stream-store.ts';
import { TranslationError } from '../../../shared/translation-error.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import { collect, delta, done, staying } from './stream-events.ts';

let failures: unknown[];
let store: StreamStore;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  failures = [];
  store = new StreamStore({
    records: new MemoryRecordStore(),
    graceMs: 10_000,
    maxStreams: 2,
    onFailure: (thrown) => failures.push(thrown),
  });
});

afterEach(async () => {
  await store.stop(new TranslationError('shutting_down', 'The server is stopping.'));
  await store.records.close();
  vi.useRealTimers();
});

it('records what a job makes, whether or not anybody reads', async () => {
  const id = await begin(startJob(makes([delta('a'), done()])));
  expect(await collect(store.read(id, 0, staying))).toEqual([
    { number: 1, event: delta('a') },
    { number: 2, event: done() },
  ]);
});

it('goes on after a number', async () => {
  const id = await begin(startJob(makes([delta('a'), done()])));
  expect(await collect(store.read(id, 1, staying))).toEqual([{ number: 2, event: done() }]);
});

it('makes ids that nobody can guess', () => {
  const ids = Array.from({ length: 100 }, createStreamId);
  expect(new Set(ids).size).toBe(100);
  expect(ids.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
});

it('turns a failure that nobody foresaw into internal, and tells of it once', async () => {
  const boom = new Error('secret');
  const id = await begin(startJob(() => throws(boom)));
  const events = await collect(store.read(id, 0, staying));
  expect(events).toMatchObject([{ event: { event: 'error', data: { code: 'internal' } } }]);
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(failures).toEqual([boom]);
});

it('passes the reason of a stop to every stream and takes no more', async () => {
  const id = await begin(startJob(waits));
  const reading = collect(store.read(id, 0, staying));
  const reason = new TranslationError('shutting_down', 'The server is stopping.');
  await store.stop(reason);
  expect(await reading).toMatchObject([{ event: { event: 'error', data: { code: 'shutting_down' } } }]);
  expect(() => store.reserve('me')).toThrow(reason);
  expect(() => startJob(waits)).toThrow(reason);
});

it('ends a stream when its last reader leaves', async () => {
  const id = await begin(startJob(waits));
  const [first, second] = [new AbortController(), new AbortController()];
  const reading = [first, second].map(({ signal }) => collect(store.read(id, 0, signal)));
  first.abort();
  await reading[0];
  expect(store.runningCount).toBe(1);
  second.abort();
  expect(await collect(store.read(id, 0, staying))).toEqual([{ number: 1, event: done('cancelled') }]);
});

it('ends a stream whose reader had left before it began', async () => {
  const id = await begin(startJob(waits));
  await leaveAtOnce(id);
  expect(await collect(store.read(id, 0, staying))).toEqual([{ number: 1, event: done('cancelled') }]);
});

it('lets a stream that may be resumed go on for the grace time', async () => {
  const id = await begin(startJob(waits), { resume: true });
  await leaveAtOnce(id);
  await vi.advanceTimersByTimeAsync(9999);
  expect(store.runningCount).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(store.runningCount).toBe(0);
});

it('leaves no timer behind for readers who stay until after the end', async () => {
  const id = await begin(startJob(makes([delta('a'), done()])), { resume: true });
  await collect(store.read(id, 0, staying));
  await vi.advanceTimersByTimeAsync(0);
  await store.records.close();
  expect(vi.getTimerCount()).toBe(0);
});

it('forgets the grace time when a reader comes back', async () => {
  const id = await begin(startJob(waits), { resume: true });
  await leaveAtOnce(id);
  await vi.advanceTimersByTimeAsync(9000);
  const reading = collect(store.read(id, 0, staying));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(store.runningCount).toBe(1);
  store.cancel(id);
  expect(await reading).toHaveLength(1);
});

it('ends one of two streams of a job, and the job with the other', async () => {
  const aborted = vi.fn();
  const job = startJob((signal) => {
    signal.addEventListener('abort', aborted);
    return waits(signal);
  });
  const [first, second] = [await begin(job), await begin(job)];
  const reading = collect(store.read(first, 0, staying));
  store.cancel(first);
  expect(await reading).toEqual([{ number: 1, event: done('cancelled') }]);
  expect(aborted).not.toHaveBeenCalled();
  expect(job.isOpen).toBe(true);
  store.cancel(first);
  store.cancel(second);
  expect(aborted).toHaveBeenCalledOnce();
  expect(store.findJob('same')).toBeUndefined();
});

it('gives a stream that joins late everything from the start, with an id of its own', async () => {
  let finish = (): void => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  const job = startJob(async function* () {
    yield createStart();
    yield delta('a');
    await finished;
    yield done();
  });
  const first = await begin(job);
  await store.read(first, 1, staying).next();
  const second = await begin(job);
  finish();
  const ids = [];
  for (const id of [first, second]) {
    const events = await collect(store.read(id, 0, staying));
    expect(events.map(({ event }) => event.event)).toEqual(['start', 'delta', 'done']);
    ids.push((events[0]?.event.data as { id: string }).id);
  }
  expect(ids).toEqual([first, second]);
});

it('lets a caller have so many streams and tells it when to try again', () => {
  const releases = [store.reserve('me'), store.reserve('me')];
  expect(() => store.reserve('me')).toThrow(
    expect.objectContaining({ code: 'too_many_requests', retryAfterSeconds: 5 }),
  );
  store.reserve('another');
  releases[0]?.();
  releases[0]?.();
  store.reserve('me');
  expect(() => store.reserve('me')).toThrow();
  for (let count = 0; count < 100; count += 1) store.reserve(undefined);
});

it('leaves no timer behind', async () => {
  const ids = [await begin(startJob(waits), { resume: true }), await begin(startJob(makes([done()])))];
  for (const id of ids) await leaveAtOnce(id);
  store.cancel(ids[0] ?? '');
  await vi.advanceTimersByTimeAsync(61_000);
  expect(vi.getTimerCount()).toBe(0);
  expect(await store.find(ids[1] ?? '')).toBeUndefined();
});

function startJob(produce: (signal: AbortSignal) => AsyncIterable<TranslationEvent>): SharedJob {
  return store.startJob('same', {
    produce,
    createCancelled: () => done('cancelled'),
    onInteractive: () => undefined,
  });
}

async function begin(job: SharedJob, terms = { resume: false }): Promise<string> {
  const id = createStreamId();
  const record = await store.records.create(id);
  job.join(true);
  store.begin({ id, record, job, onEnd: () => undefined }, terms);
  return id;
}

async function leaveAtOnce(id: string): Promise<void> {
  await collect(store.read(id, 0, AbortSignal.abort()));
}

function makes(events: TranslationEvent[]): () => AsyncGenerator<TranslationEvent, void> {
  return async function* () {
    await Promise.resolve();
    yield* events;
  };
}

/** Makes nothing until it is stopped; then its end. */
async function* waits(signal: AbortSignal): AsyncGenerator<TranslationEvent, void> {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
  if (signal.reason instanceof TranslationError) throw signal.reason;
  yield done('cancelled');
}

async function* throws(error: Error): AsyncGenerator<TranslationEvent, void> {
  yield* await Promise.reject<TranslationEvent[]>(error);
}

function createStart(): TranslationEvent {
  const data = { engine: 'ollama', model: 'm', source: 'en', target: 'pt', segments: [], ignored: [] };
  return { event: 'start', data: { id: '', ...data } };
}
