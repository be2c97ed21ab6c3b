import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import { busyTimes, diesHalfway, repeatsForever } from '../../../fakes/ollama-misfortunes.ts';
import { listRecordings, readRecording } from '../../../fakes/ollama-recording.ts';
import { replays } from '../../../fakes/ollama-replay.ts';
import { RawClient } from '../../../fakes/raw-client.ts';

let fake: FakeOllama;
afterEach(() => fake.close());

const fixtures = join(import.meta.dirname, '../../../fixtures/ollama-0.13.0');
const recordings = listRecordings().map((name) => readRecording(name));
const answered = recordings.filter(({ writes }) => writes.length > 0);
const unanswered = recordings.filter(({ writes }) => writes.length === 0);

async function postChat(model = 'qwen3:8b', signal: AbortSignal | null = null): Promise<Response> {
  const body = JSON.stringify({ model, messages: [{ role: 'user', content: 'Hi' }] });
  return fetch(`${fake.url}/api/chat`, { method: 'POST', body, signal });
}

async function readLines(response: Response): Promise<Record<string, unknown>[]> {
  const lines = (await response.text()).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

test.each(answered)('$name is replayed byte for byte, in the same reads', async (recording) => {
  const client = new RawClient();
  fake = await startFakeOllama();
  fake.tell(replays(recording.name, { paced: (bytes) => client.hasRead(bytes) }), recording.path);

  await client.send(fake.url, recording.requestBytes);
  await client.hasRead(Buffer.concat(recording.writes).length);
  if (recording.ending === 'closed') await client.hasEnded();
  client.close();

  expect(client.reads).toEqual(recording.writes);
});

test.each(unanswered)('$name is replayed as silence until the client goes', async (recording) => {
  const client = new RawClient();
  fake = await startFakeOllama({ behaviour: replays(recording.name) });

  await client.send(fake.url, recording.requestBytes);
  const request = await fake.received('/api/chat');
  client.close();
  await request.over;

  expect(request).toMatchObject({
    clientGone: true,
    bytesWritten: 0,
    body: JSON.parse(recording.requestBody) as unknown,
  });
});

test('no recording is left out and nothing of one is lost: 127 have an answer, 6 have none', () => {
  expect([answered.length, unanswered.length]).toEqual([127, 6]);
  for (const { name, writes } of recordings) {
    expect(Buffer.concat(writes), name).toEqual(readFileSync(`${fixtures}/${name}/response.raw`));
  }
});

test('a replay takes the recorded time multiplied by the factor', async () => {
  fake = await startFakeOllama({ behaviour: replays('90-stalled-stream', { factor: 0.02 }) });
  const startedAt = performance.now();
  await readLines(await postChat());
  expect(performance.now() - startedAt).toBeGreaterThan(0.02 * 4_800);
});

test('it answers a chat with a line a token and a last line that is done, and then has the model loaded', async () => {
  fake = await startFakeOllama({ behaviour: answers(['Bom', ' dia']) });
  const lines = await readLines(await postChat());
  expect(lines.map(({ message, done }) => [(message as { content: string }).content, done])).toEqual([
    ['Bom', false],
    [' dia', false],
    ['', true],
  ]);
  const loaded: unknown = await (await fetch(`${fake.url}/api/ps`)).json();
  expect(loaded).toMatchObject({ models: [{ name: 'qwen3:8b' }] });
});

test('it lists its models and answers 404 for a chat with any other', async () => {
  fake = await startFakeOllama({ models: ['a:1b'] });
  const tags: unknown = await (await fetch(`${fake.url}/api/tags`)).json();
  const response = await postChat('qwen3:8b');
  expect(tags).toMatchObject({ models: [{ name: 'a:1b' }] });
  expect([response.status, await response.json()]).toEqual([404, { error: "model 'qwen3:8b' not found" }]);
});

test('it can be busy twice and then fine', async () => {
  fake = await startFakeOllama({ behaviour: busyTimes(2, answers(['Olá'])) });
  const statuses = [await postChat(), await postChat(), await postChat()].map(({ status }) => status);
  expect(statuses).toEqual([503, 503, 200]);
});

test('it can die halfway', async () => {
  fake = await startFakeOllama({ behaviour: diesHalfway(['Olá']) });
  const response = await postChat();
  await expect(response.text()).rejects.toThrow('terminated');
});

test('it stops generating when the client is gone, and says so', async () => {
  fake = await startFakeOllama({ behaviour: repeatsForever('ha', 1) });
  const leaving = new AbortController();
  await postChat('qwen3:8b', leaving.signal);
  const request = await fake.received('/api/chat');
  leaving.abort();
  await request.over;
  expect(request.clientGone).toBe(true);
});

test('it notes what it was asked', async () => {
  fake = await startFakeOllama();
  await postChat();
  expect(fake.requests).toMatchObject([
    { method: 'POST', path: '/api/chat', body: { model: 'qwen3:8b', messages: [{ content: 'Hi' }] } },
  ]);
});
