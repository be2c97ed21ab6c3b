import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import type { FakeRequest } from '../../../fakes/ollama-exchange.ts';
import {
  busyTimes,
  joinsLines,
  repeatsForever,
  stallsBeforeHeaders,
} from '../../../fakes/ollama-misfortunes.ts';
import { collect, createCall } from '../collect-events.ts';
import { createEngine } from './create-engine.ts';

/** As slow as a real model, so that stopping it can be told from it being done. */
const tokenMs = 20;
const reason = new Error('the reader left');

let fake: FakeOllama;
let engine: Engine;
let leaving: AbortController;

beforeEach(async () => {
  fake = await startFakeOllama();
  engine = createEngine(fake.url);
  leaving = new AbortController();
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

function listChats(): FakeRequest[] {
  return fake.requests.filter(({ path }) => path === '/api/chat');
}

test('a reader that leaves in mid-stream stops the model within two tokens', async () => {
  fake.tell(repeatsForever('ha', tokenMs));
  let read = 0;
  const call = engine.translate(createCall(), leaving.signal);
  await expect(async () => {
    for await (const event of call) {
      if (event.type === 'text') read += 1;
      if (read === 5) leaving.abort(reason);
    }
  }).rejects.toBe(reason);
  const request = await fake.received('/api/chat');
  await request.over;
  expect(request.clientGone).toBe(true);
  expect(request.tokensWritten).toBeLessThanOrEqual(7);
});

test('a reader that leaves gets no more, even of what has come already', async () => {
  fake.tell(joinsLines(['a', 'b', 'c']));
  let text = '';
  await expect(async () => {
    for await (const event of engine.translate(createCall(), leaving.signal)) {
      if (event.type === 'text') leaving.abort(reason);
      if (event.type === 'text') text += event.text;
    }
  }).rejects.toBe(reason);
  expect(text).toBe('a');
});

test('a reader that just stops reading stops the model within two tokens', async () => {
  fake.tell(repeatsForever('ha', tokenMs));
  for await (const event of engine.translate(createCall(), leaving.signal)) {
    if (event.type === 'text') break;
  }
  const request = await fake.received('/api/chat');
  await request.over;
  expect(request.tokensWritten).toBeLessThanOrEqual(3);
});

test('a reader that leaves while the model loads keeps it from generating anything', async () => {
  fake.tell(stallsBeforeHeaders());
  const outcome = collect(engine.translate(createCall(), leaving.signal));
  const request = await fake.received('/api/chat');
  leaving.abort(reason);
  expect((await outcome).error).toBe(reason);
  await request.over;
  expect(request).toMatchObject({ clientGone: true, tokensWritten: 0 });
});

test('a reader that leaves while Ollama is asked what is in memory never starts the chat', async () => {
  fake.tell(stallsBeforeHeaders(), '/api/ps');
  const outcome = collect(engine.translate(createCall(), leaving.signal));
  const request = await fake.received('/api/ps');
  leaving.abort(reason);
  expect((await outcome).error).toBe(reason);
  await request.over;
  expect(listChats()).toEqual([]);
});

test('a reader that leaves while Ollama is busy is not asked for again', async () => {
  await engine.close();
  engine = createEngine(fake.url, { firstWaitMs: 60_000 });
  fake.tell(busyTimes(1, answers(['Olá'])));
  await expect(async () => {
    for await (const event of engine.translate(createCall(), leaving.signal)) {
      // The wait begins after this event, so it is under way when the reader leaves.
      if (event.type === 'phase' && event.phase === 'queued')
        setImmediate(() => {
          leaving.abort(reason);
        });
    }
  }).rejects.toBe(reason);
  expect(listChats()).toHaveLength(1);
});

test('a reader that left before the call is never spoken of to Ollama', async () => {
  leaving.abort(reason);
  const { error, events } = await collect(engine.translate(createCall(), leaving.signal));
  expect([error, events, fake.requests]).toEqual([reason, [], []]);
});

test('a slow reader is no silence of Ollama', async () => {
  await engine.close();
  engine = createEngine(fake.url, { stallTimeoutMs: 200 });
  fake.tell(answers(['Olá', '!']));
  let text = '';
  for await (const event of engine.translate(createCall(), leaving.signal)) {
    if (event.type === 'text') text += event.text;
    await delay(150);
  }
  expect(text).toBe('Olá!');
});
