import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine, EngineEvent } from '../../../../server/engines/engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import { stallsBeforeHeaders } from '../../../fakes/ollama-misfortunes.ts';
import { streams } from '../../../fakes/openai-answers.ts';
import { cutsEvents, refuses, saysFinishThen } from '../../../fakes/openai-misfortunes.ts';
import { collect } from '../collect-events.ts';
import { createEngine, createPromptCall } from './create-engine.ts';

/** As slow as a real model, so that stopping it can be told from it being done. */
const tokenMs = 20;
const reason = new Error('the reader left');

let fake: FakeOpenai;
let engine: Engine;
let leaving: AbortController;

beforeEach(async () => {
  fake = await startFakeOpenai();
  engine = createEngine(fake.url);
  leaving = new AbortController();
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

function translate(): AsyncIterable<EngineEvent> {
  return engine.translate(createPromptCall(), leaving.signal);
}

function* repeat(token: string): Generator<string> {
  for (;;) yield token;
}

test('a reader that leaves in mid-stream stops the model within two tokens', async () => {
  fake.tell(streams(() => repeat('ha'), { tokenMs }));
  let read = 0;
  await expect(async () => {
    for await (const event of translate()) {
      if (event.type === 'text') read += 1;
      if (read === 5) leaving.abort(reason);
    }
  }).rejects.toBe(reason);
  const request = await fake.received();
  await request.over;
  expect(request.clientGone).toBe(true);
  // The first is the role alone.
  expect(request.tokensWritten).toBeLessThanOrEqual(8);
});

test('a reader that leaves gets no more, even of what has come already', async () => {
  fake.tell(cutsEvents(['a', 'b', 'c'], 1_000_000));
  let text = '';
  await expect(async () => {
    for await (const event of translate()) {
      if (event.type === 'text') leaving.abort(reason);
      if (event.type === 'text') text += event.text;
    }
  }).rejects.toBe(reason);
  expect(text).toBe('a');
});

test('a reader that just stops reading stops the model within two tokens', async () => {
  fake.tell(streams(() => repeat('ha'), { tokenMs }));
  for await (const event of translate()) {
    if (event.type === 'text') break;
  }
  const request = await fake.received();
  await request.over;
  expect(request.tokensWritten).toBeLessThanOrEqual(4);
});

test('a reader that leaves before the first byte closes the connection', async () => {
  fake.tell(stallsBeforeHeaders());
  const outcome = collect(translate());
  const request = await fake.received();
  leaving.abort(reason);
  expect((await outcome).error).toBe(reason);
  await request.over;
  expect(request).toMatchObject({ clientGone: true, tokensWritten: 0 });
});

test('a reader that leaves while the numbers are waited for is told its own reason', async () => {
  fake.tell(saysFinishThen(['Olá'], 'silence'));
  const outcome = collect(translate());
  await fake.received();
  await delay(100);
  leaving.abort(reason);
  expect(await outcome).toMatchObject({ text: 'Olá', error: reason, reason: undefined });
});

test('a reader that leaves while the server is busy is not asked for again', async () => {
  await engine.close();
  engine = createEngine(fake.url, { firstWaitMs: 60_000 });
  fake.tell(refuses(429, 'busy'));
  await expect(async () => {
    for await (const event of translate()) {
      // The wait begins after this event, so it is under way when the reader leaves.
      if (event.type === 'phase' && event.phase === 'queued')
        setImmediate(() => {
          leaving.abort(reason);
        });
    }
  }).rejects.toBe(reason);
  expect(fake.listChats()).toHaveLength(1);
});

test('a reader that left before the call is never spoken of to the server', async () => {
  leaving.abort(reason);
  const { error, events } = await collect(translate());
  expect([error, events, fake.requests]).toEqual([reason, [], []]);
});

test('a reader that leaves while the model is looked for never starts a chat', async () => {
  fake.tell(stallsBeforeHeaders(), '/v1/models');
  const outcome = collect(engine.translate(createPromptCall({ model: '' }), leaving.signal));
  await fake.received('/v1/models');
  leaving.abort(reason);
  expect((await outcome).error).toBe(reason);
  expect(fake.listChats()).toEqual([]);
});

test('a slow reader is no silence of the server', async () => {
  await engine.close();
  engine = createEngine(fake.url, { stallTimeoutMs: 200 });
  let text = '';
  for await (const event of translate()) {
    if (event.type === 'text') text += event.text;
    await delay(150);
  }
  expect(text).toBe('Olá!');
});
