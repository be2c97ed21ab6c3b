import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startFakeOpenai, type FakeOpenai } from '../../fakes/fake-openai.ts';
import type { Behaviour } from '../../fakes/ollama-exchange.ts';
import { readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let openai: FakeOpenai;
/** Where nothing may ever go. */
let elsewhere: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  [ollama, openai, elsewhere] = await Promise.all([startFakeOllama(), startFakeOpenai(), startFakeOllama()]);
  server = await startTestServer('--ollama-host', ollama.url, '--openai-base-url', openai.url);
});

afterEach(async () => {
  await server.stop();
  await Promise.all([ollama.close(), openai.close(), elsewhere.close()]);
});

const upstreamPaths = ['/api/tags', '/api/ps', '/api/show', '/api/chat'];

it.each([301, 302, 303, 307, 308])('follows no redirect with %i from Ollama', async (status) => {
  for (const path of upstreamPaths) ollama.tell(redirects(status, elsewhere.url + path), path);
  await translate({ engine: 'ollama' });
  await fetch(`${server.url}/v1/engines`);
  expect(elsewhere.requests).toEqual([]);
  expect(ollama.requests.map(({ path }) => path)).toContain('/api/chat');
});

it.each([301, 302, 303, 307, 308])(
  'follows no redirect with %i from an OpenAI-compatible server',
  async (status) => {
    for (const path of ['/v1/models', '/v1/chat/completions']) {
      openai.tell(redirects(status, elsewhere.url + path), path);
    }
    await translate({ engine: 'openai', model: 'qwen3-8b' });
    await fetch(`${server.url}/v1/engines`);
    expect(elsewhere.requests).toEqual([]);
    expect(openai.requests.length).toBeGreaterThan(0);
  },
);

it.each(['ollama', 'openai'] as const)('takes no address from a request for %s', async (engine) => {
  const { url } = elsewhere;
  for (const field of ['host', 'url', 'base_url', 'baseUrl', 'endpoint', 'ollama_host', 'proxy', 'options']) {
    expect((await post({ engine, [field]: url })).status).toBe(400);
  }
  for (const model of [url, `${url}/api/chat`, `@${new URL(url).host}/`, '../../../api/chat', '//evil/x']) {
    await (await post({ engine, model })).text();
  }
  await (await post({ engine, text: url, instructions: url, context: { title: url } })).text();
  expect(elsewhere.requests).toEqual([]);
  const paths = new Set([...ollama.requests, ...openai.requests].map(({ path }) => path));
  for (const path of paths) {
    expect([...upstreamPaths, '/api/version', '/v1/models', '/v1/chat/completions']).toContain(path);
  }
});

function redirects(status: number, location: string): Behaviour {
  return async (exchange) => {
    exchange.head(status, { Location: location });
    await exchange.end();
  };
}

function post(fields: Record<string, unknown>): Promise<Response> {
  return server.post('/v1/translate', { text: 'Good morning.', target: 'pt', ...fields });
}

async function translate(fields: Record<string, unknown>): Promise<void> {
  const response = await post(fields);
  if (!response.ok) return;
  const { state } = await readAll(response);
  expect(state.done?.complete ?? false).toBe(false);
}
