import { expect, it } from 'vitest';
import { StreamStore, type TranslationStream } from '../../../server/streams/translation-stream.ts';
import { TranslationError } from '../../../shared/translation-error.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';

const queued: TranslationEvent = { event: 'status', data: { phase: 'queued' } };

it('records what a producer makes, whether or not anybody reads', async () => {
  const stream = new StreamStore(fail).start(async function* () {
    yield await Promise.resolve(queued);
  });
  expect(await readAll(stream)).toEqual([{ number: 1, event: queued }]);
  expect(await readAll(stream)).toHaveLength(1);
});

it('goes on after a number', async () => {
  const stream = new StreamStore(fail).start(async function* () {
    yield await Promise.resolve(queued);
    yield queued;
  });
  expect(await readAll(stream, 1)).toEqual([{ number: 2, event: queued }]);
});

it('makes ids that nobody can guess', () => {
  const store = new StreamStore(fail);
  const ids = Array.from({ length: 100 }, () => store.start(idle).id);
  expect(new Set(ids).size).toBe(100);
  expect(ids.every((id) => /^[\w-]{22}$/.test(id))).toBe(true);
});

it('turns a failure that nobody foresaw into internal, and tells of it once', async () => {
  const failures: unknown[] = [];
  const boom = new Error('secret');
  const stream = new StreamStore((thrown) => failures.push(thrown)).start(async function* () {
    await Promise.reject(boom);
  });
  const events = await readAll(stream);
  expect(events).toMatchObject([{ event: { event: 'error', data: { code: 'internal' } } }]);
  expect(JSON.stringify(events)).not.toContain('secret');
  expect(failures).toEqual([boom]);
});

it('passes the reason of a stop to every stream and takes no more', async () => {
  const store = new StreamStore(fail);
  const stream = store.start(idle);
  const reading = readAll(stream);
  const reason = new TranslationError('shutting_down', 'The server is stopping.');
  await store.stop(reason);
  expect(await reading).toMatchObject([{ event: { event: 'error', data: { code: 'shutting_down' } } }]);
  expect(() => store.start(idle)).toThrow(reason);
});

/** Makes nothing until it is stopped. */
async function* idle(_id: string, signal: AbortSignal): AsyncGenerator<TranslationEvent, void> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

function fail(thrown: unknown): never {
  throw thrown;
}

async function readAll({ record }: TranslationStream, after = 0) {
  const events = [];
  for await (const event of record.read(after, new AbortController().signal)) events.push(event);
  return events;
}
