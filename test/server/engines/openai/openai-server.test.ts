import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { enginesSchema } from '../../../../shared/server-information.ts';
import { startFakeOllama, type FakeOllama } from '../../../fakes/fake-ollama.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import { refuses, stallsMidAnswer } from '../../../fakes/openai-misfortunes.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../../start-test-server.ts';

const key = 'sk-canary-4f1d';

let openai: FakeOpenai;
let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  vi.stubEnv('OPENAI_API_KEY', key);
  openai = await startFakeOpenai();
  ollama = await startFakeOllama();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  await Promise.all([openai.close(), ollama.close()]);
});

async function start(...flags: string[]): Promise<void> {
  server = await startTestServer('--ollama-host', ollama.url, '--openai-base-url', openai.url, ...flags);
}

const body = { text: 'Hello!', source: 'en', target: 'pt' };

it('translates by --engine openai with the first model that the server lists', async () => {
  await start('--engine', 'openai');
  const { events, text } = await readAll(await server.post('/v1/translate', body));
  expect(getOnly(events, 'start')).toMatchObject({ engine: 'openai', model: 'qwen3-8b', ignored: [] });
  expect(text).toBe('Olá!');
  expect((await openai.received()).headers.authorization).toBe(`Bearer ${key}`);
});

it('translates with the model of --model, and with the one a request names', async () => {
  await start('--engine', 'openai', '--model', 'hy-mt');
  await readAll(await server.post('/v1/translate', body));
  await readAll(await server.post('/v1/translate', { ...body, model: 'gemma' }));
  expect(openai.listChats().map((chat) => chat.body?.model)).toEqual(['hy-mt', 'gemma']);
});

it('is never what auto takes, but what a request may ask for', async () => {
  await start();
  await readAll(await server.post('/v1/translate', body));
  expect(openai.requests).toEqual([]);
  await readAll(await server.post('/v1/translate', { ...body, engine: 'openai' }));
  expect(openai.listChats()).toHaveLength(1);
});

it('tells at /v1/engines the server and its models, and nowhere the key', async () => {
  await start('--engine', 'openai');
  const answer = await (await fetch(`${server.url}/v1/engines`)).text();
  expect(enginesSchema.parse(JSON.parse(answer)).engines).toMatchObject([
    { name: 'ollama', chosen: false, defaultModel: 'qwen3:8b' },
    { name: 'openai', available: true, chosen: true, defaultModel: 'qwen3-8b', models: ['qwen3-8b'] },
    { name: 'bergamot', chosen: false },
  ]);
  expect(answer).not.toContain('canary');
});

it('says of a refused key what to do, without the key', async () => {
  openai.tell(refuses(401, `Incorrect API key provided: ${key}`));
  await start('--engine', 'openai');
  const answer = await (await server.post('/v1/translate', body)).text();
  expect(answer).toContain('OPENAI_API_KEY');
  expect(answer).not.toContain('canary');
});

it('refuses a request for the engine when it has no address', async () => {
  server = await startTestServer('--ollama-host', ollama.url);
  const response = await server.post('/v1/translate', { ...body, engine: 'openai' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({
    code: 'invalid_request',
    hint: expect.stringContaining('--openai-base-url') as string,
  });
});

it('runs several translations at once, as --concurrency allows', async () => {
  openai.tell(stallsMidAnswer(['Olá']));
  await start('--engine', 'openai');
  const leaving = new AbortController();
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((text) =>
      server.post('/v1/translate', { ...body, text }, { signal: leaving.signal }),
    ),
  );
  expect(await Promise.all(answers.map(readFirstDelta))).toEqual(['Olá', 'Olá', 'Olá']);
  expect(openai.listChats()).toHaveLength(3);
  leaving.abort();
  await Promise.all(openai.listChats().map(({ over }) => over));
  expect(openai.listChats().map(({ clientGone }) => clientGone)).toEqual([true, true, true]);
});

async function readFirstDelta(response: Response): Promise<string | undefined> {
  for await (const { event, data } of readEvents(response)) {
    if (event === 'delta') return data.text;
  }
  return undefined;
}
