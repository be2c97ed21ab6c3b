import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventData, TranslationEvent } from '../../../shared/translation-event.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startFakeOpenai } from '../../fakes/fake-openai.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../start-test-server.ts';
import { HeldModel } from './held-model.ts';

let ollama: FakeOllama;
let model: HeldModel;
let server: TestServer;

beforeEach(async () => {
  model = new HeldModel();
  ollama = await startFakeOllama({ behaviour: model.behaviour });
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

async function start(...flags: string[]): Promise<void> {
  const usual = ['--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off'];
  server = await startTestServer(...usual, ...flags);
}

it('tells the place, moves those behind up when one leaves, and never asks the model for who left', async () => {
  await start();
  const running = await translate('first.');
  const leave = new AbortController();
  const leaver = await translate('second.', { signal: leave.signal });
  await readPlace(readEvents(leaver));
  const events = readEvents(await translate('third.'));
  expect(await readPlace(events)).toBe(2);
  leave.abort();
  expect(await readPlace(events)).toBe(1);
  (await model.next()).answer();
  (await model.next()).answer();
  await readAll(running);
  for await (const { event } of events) if (event === 'done') break;
  expect(model.asked).toEqual(['first.', 'third.']);
});

it('serves who waits for it before a batch that came earlier', async () => {
  await start();
  await translate('first.');
  await readPlace(readEvents(await translate('batch.', { priority: 'batch' })));
  await readPlace(readEvents(await translate('urgent.')));
  (await model.next()).answer();
  expect((await model.next()).text).toBe('urgent.');
});

it.each(['interactive', 'batch'])(
  'serves a short text between the segments of a long one that is %s, which says after a while that it waits',
  async (priority) => {
    await start();
    const long = await translate('one.\n\ntwo.', { priority });
    const segment = await model.next();
    const short = await translate('short.');
    const shortEvents = readEvents(short);
    await readPlace(shortEvents);
    segment.answer();
    const call = await model.next();
    expect(call.text).toBe('short.');
    const events = readEvents(long);
    expect(await readPlace(events)).toBe(1);
    call.answer();
    (await model.next()).answer();
    const done = await readDone(events);
    expect(done.complete).toBe(true);
    expect(done.timing.queuedMs).toBeGreaterThanOrEqual(1000);
    expect(model.asked).toEqual(['one.', 'short.', 'two.']);
  },
);

it('says nothing of queues to a long text that nobody waits behind', async () => {
  await start();
  const response = translate('one.\n\ntwo.\n\nthree.');
  for (let index = 0; index < 3; index++) (await model.next()).answer();
  const { events } = await readAll(await response);
  expect(events.some((event) => event.event === 'status' && event.data.phase === 'queued')).toBe(false);
});

it('refuses one more than may wait, says when to come back, and has room again when one leaves', async () => {
  await start('--queue-limit', '1');
  await translate('first.');
  const leave = new AbortController();
  await readPlace(readEvents(await translate('second.', { signal: leave.signal })));
  const refused = await translate('third.');
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'queue_full', retryable: true });
  leave.abort();
  await untilAccepted('third.');
  (await model.next()).answer();
  expect((await model.next()).text).toBe('third.');
});

it('ends a translation whose deadline passes in the queue, and never asks the model for it', async () => {
  await start('--deadline', '2s');
  await translate('first.');
  const batch = await translate('batch.', { priority: 'batch' });
  const events = readEvents(batch);
  await readPlace(events);
  await readPlace(readEvents(await translate('urgent.')));
  (await model.next()).answer();
  const end = await readUntil(events, ({ event }) => event === 'error');
  expect(end.data).toMatchObject({ code: 'timeout' });
  expect(model.asked).not.toContain('batch.');
});

it('translates with another engine while one has a queue', async () => {
  const openai = await startFakeOpenai();
  await start('--openai-base-url', openai.url, '--queue-limit', '1');
  await translate('first.');
  await readPlace(readEvents(await translate('second.')));
  const { events } = await readAll(await translate('third.', { engine: 'openai' }));
  expect(getOnly(events, 'done').complete).toBe(true);
  await openai.close();
});

function translate(
  text: string,
  { signal, ...wishes }: { signal?: AbortSignal; priority?: string; engine?: string } = {},
): Promise<Response> {
  const body = { text, source: 'en', target: 'pt', ...wishes };
  return server.post('/v1/translate', body, signal ? { signal } : {});
}

async function readUntil(
  events: AsyncGenerator<TranslationEvent, void>,
  isWanted: (event: TranslationEvent) => boolean,
): Promise<TranslationEvent> {
  for (let next = await events.next(); !next.done; next = await events.next())
    if (isWanted(next.value)) return next.value;
  throw new Error('The stream ended without the event.');
}

/** The place that the next `queued` tells. */
async function readPlace(events: AsyncGenerator<TranslationEvent, void>): Promise<number | undefined> {
  const { event, data } = await readUntil(events, isQueued);
  return event === 'status' ? data.position : undefined;
}

function isQueued({ event, data }: TranslationEvent): boolean {
  return event === 'status' && data.phase === 'queued';
}

async function readDone(events: AsyncGenerator<TranslationEvent, void>): Promise<EventData<'done'>> {
  const done = await readUntil(events, ({ event }) => event === 'done');
  if (done.event !== 'done') throw new Error('This is another event.');
  return done.data;
}

/** Until the server has noticed that somebody left. */
async function untilAccepted(text: string): Promise<void> {
  while ((await translate(text)).status !== 200);
}
