import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { send, sendRaw } from '../send-raw.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama({ models: ['qwen3:8b', 'gemma3:4b'] });
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

it('refuses what goes over --queue-limit, and says when to come back', async () => {
  await start('--queue-limit', '0');
  ollama.tell(repeatsForever('a', 20));
  await translate();
  const response = await translate({ text: 'another' });
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.json()).toMatchObject({ code: 'queue_full', retryable: true });
});

it('runs as many at once as --concurrency says', async () => {
  await start('--concurrency', '2');
  ollama.tell(repeatsForever('a', 20));
  const both = [await translate(), await translate({ text: 'another' })];
  for (const response of both) await readUntilText(response);
  expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toHaveLength(2);
});

it('uses the model of --model, and another one that a request names', async () => {
  await start('--model', 'gemma3:4b');
  ollama.tell(answers(['x']));
  expect(getOnly((await readAll(await translate())).events, 'start').model).toBe('gemma3:4b');
  expect(getOnly((await readAll(await translate({ model: 'qwen3:8b' }))).events, 'start').model).toBe(
    'qwen3:8b',
  );
  expect(ollama.requests.at(-1)?.body?.model).toBe('qwen3:8b');
});

it('sends --num-ctx and --keep-alive with every call', async () => {
  await start('--num-ctx', '4096', '--keep-alive', '90s');
  ollama.tell(answers(['x']));
  await readAll(await translate());
  expect(ollama.requests.at(-1)?.body).toMatchObject({ keep_alive: 90, options: { num_ctx: 4096 } });
});

it('ends a translation that takes longer than --deadline', async () => {
  await start('--deadline', '300ms');
  ollama.tell(repeatsForever('a', 20));
  const { events } = await readAll(await translate());
  expect(getOnly(events, 'error')).toMatchObject({ code: 'timeout' });
  expect(events.some(({ event }) => event === 'done')).toBe(false);
});

it('answers to the names of --allow-host and lets the origins of --allow-origin call', async () => {
  await start('--allow-host', 'box.lan', '--allow-origin', 'https://app.example');
  expect((await sendRaw(server.url, { headers: [['Host', 'box.lan']] })).status).toBe(200);
  expect((await sendRaw(server.url, { headers: [['Host', 'other.lan']] })).status).toBe(403);
  const answer = await send(server.url, 'GET /v1/languages', [['Origin', 'https://app.example']]);
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example');
});

async function start(...flags: string[]): Promise<void> {
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', ...flags);
}

function translate(more: object = {}): Promise<Response> {
  return server.post('/v1/translate', { text: 'x', target: 'pt', ...more });
}

async function readUntilText(response: Response): Promise<void> {
  for await (const { event } of readEvents(response)) if (event === 'delta') return;
}
