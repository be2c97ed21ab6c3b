import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { answersJson, repeatsForever, stallsBeforeHeaders } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off');
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

const tokenMs = 50;

it.each(['/v1/translate', '/translate_stream'])(
  'stops the model within 2 tokens when a reader of %s leaves',
  async (path) => {
    ollama.tell(repeatsForever('a a', tokenMs));
    const leave = new AbortController();
    const body = path === '/v1/translate' ? { text: 'x', target: 'pt' } : { text: 'x', language_dst: 'pt' };
    const response = await server.post(path, body, { signal: leave.signal });
    await readFirstToken(response);
    const chat = await ollama.received('/api/chat');
    const atLeave = chat.tokensWritten;
    leave.abort();
    await chat.over;
    expect(chat.clientGone).toBe(true);
    expect(chat.tokensWritten - atLeave).toBeLessThanOrEqual(2);
  },
);

it('stops the model when who waits for the JSON answer leaves', async () => {
  ollama.tell(repeatsForever('a a', tokenMs));
  const leave = new AbortController();
  const answer = server.post(
    '/v1/translate',
    { text: 'x', target: 'pt' },
    { accept: 'application/json', signal: leave.signal },
  );
  const chat = await ollama.received('/api/chat');
  leave.abort();
  await expect(answer).rejects.toThrow();
  await chat.over;
  expect(chat.clientGone).toBe(true);
});

it('lets go of a model that still loads when the reader leaves', async () => {
  ollama.tell(stallsBeforeHeaders());
  const leave = new AbortController();
  const response = await server.post('/v1/translate', { text: 'x', target: 'pt' }, { signal: leave.signal });
  const chat = await ollama.received('/api/chat');
  expect(response.status).toBe(200);
  leave.abort();
  await chat.over;
  expect(chat).toMatchObject({ clientGone: true, tokensWritten: 0 });
});

it('never asks the model for a reader who left while the engine was being chosen', async () => {
  const auto = await startTestServer('--ollama-host', ollama.url);
  let answerProbe = (): void => undefined;
  const probed = new Promise<void>((resolve) => (answerProbe = resolve));
  ollama.tell(async (exchange) => {
    await probed;
    await answersJson(200, { models: [{ name: 'qwen3:8b' }] })(exchange);
  }, '/api/tags');
  const leave = new AbortController();
  const answer = auto.post('/v1/translate', { text: 'x', target: 'pt' }, { signal: leave.signal });
  await ollama.received('/api/tags');
  leave.abort();
  await expect(answer).rejects.toThrow();
  answerProbe();
  await auto.stop();
  expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toEqual([]);
});

it('never asks the model for a reader who left while others were served', async () => {
  ollama.tell(repeatsForever('a a', tokenMs));
  const leaveFirst = new AbortController();
  const first = await server.post(
    '/v1/translate',
    { text: 'first', target: 'pt' },
    { signal: leaveFirst.signal },
  );
  await readUntil(readEvents(first), 'delta');
  const leave = new AbortController();
  const second = await server.post(
    '/v1/translate',
    { text: 'second', target: 'pt' },
    { signal: leave.signal },
  );
  await readUntil(readEvents(second), 'status');
  leave.abort();
  leaveFirst.abort();
  ollama.tell(answers(['x']));
  await readAll(await server.post('/v1/translate', { text: 'third', target: 'pt' }));
  const asked = ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => body?.messages?.[1]?.content);
  expect(asked.some((content) => content?.includes('\nsecond\n'))).toBe(false);
});

it('tells a waiting client its place in the queue', async () => {
  ollama.tell(repeatsForever('a a', tokenMs));
  await readUntil(readEvents(await server.post('/v1/translate', { text: 'x', target: 'pt' })), 'delta');
  const events = readEvents(await server.post('/v1/translate', { text: 'y', target: 'pt' }));
  const status = await readUntil(events, 'status');
  expect(status.data).toEqual({ phase: 'queued', position: 1 });
});

it('cancels by DELETE: the reader gets done, the model stops', async () => {
  ollama.tell(repeatsForever('a a', tokenMs));
  const response = await server.post('/v1/translate', { text: 'x', target: 'pt' });
  const events = readEvents(response);
  const start = await readUntil(events, 'start');
  await readUntil(events, 'delta');
  const chat = await ollama.received('/api/chat');
  const deleted = await fetch(`${server.url}/v1/streams/${(start.data as { id: string }).id}`, {
    method: 'DELETE',
  });
  expect(deleted.status).toBe(204);
  const done = await readUntil(events, 'done');
  expect(done.data).toMatchObject({ complete: false, reason: 'cancelled' });
  await chat.over;
  expect(chat.clientGone).toBe(true);
});

it('answers 204 to DELETE of a stream it does not know', async () => {
  expect((await fetch(`${server.url}/v1/streams/unknown`, { method: 'DELETE' })).status).toBe(204);
});

it('finishes the text of a client that reads slowly', async () => {
  const tokens = Array.from({ length: 500 }, (_, index) => `${index} `.repeat(200));
  ollama.tell(answers(tokens));
  const response = await server.post('/v1/translate', { text: 'x', target: 'pt' });
  await delay(300); // The reader's own slowness: nothing waits for this.
  const { text, events } = await readAll(response);
  expect(text).toBe(tokens.join('').trimEnd());
  expect(getOnly(events, 'done').complete).toBe(true);
});

async function readUntil(events: ReturnType<typeof readEvents>, name: string) {
  for (;;) {
    const { value, done } = await events.next();
    if (done) throw new Error(`The stream ended before ${name}.`);
    if (value.event === name) return value;
  }
}

/** Reads up to the first data that is the model's, and leaves the body open. */
async function readFirstToken(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  for (let text = ''; !/a a/.test(text);) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) throw new Error('The stream ended before its first token.');
    text += decoder.decode(value, { stream: true });
  }
}
