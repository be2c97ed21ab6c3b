import { afterAll, beforeAll, expect, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { enginesSchema, healthSchema, languagesSchema } from '../../../shared/server-information.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url);
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

it('tells at /health that it runs, and its version', async () => {
  expect(healthSchema.parse(await get('/health'))).toEqual({ status: 'ok', version: packageJson.version });
});

it('tells at /v1/engines what can translate, and takes Ollama when it has the model', async () => {
  const { engines } = enginesSchema.parse(await get('/v1/engines'));
  expect(engines).toMatchObject([
    { name: 'ollama', available: true, chosen: true, defaultModel: 'qwen3:8b', models: ['qwen3:8b'] },
    { name: 'bergamot', available: true, chosen: false },
  ]);
});

it('tells at /v1/languages the names, the scripts, and the pairs of each engine', async () => {
  const { languages, pairs } = languagesSchema.parse(await get('/v1/languages'));
  expect(languages).toContainEqual({
    tag: 'ar',
    english: 'Arabic',
    own: 'العربية',
    script: 'Arab',
    direction: 'rtl',
  });
  expect(languages.length).toBeGreaterThanOrEqual(119);
  expect(pairs).toEqual([
    { engine: 'ollama', any: true, pairs: [] },
    {
      engine: 'bergamot',
      any: false,
      pairs: expect.arrayContaining([{ source: 'en', target: 'pt' }]) as unknown,
    },
  ]);
});

it('describes at /openapi.json the requests and the events by their schemas', async () => {
  const document = JSON.stringify(await get('/openapi.json'));
  expect(document).toContain('"openapi":"3.1.0"');
  for (const word of ['language_dst', 'glossary', 'thoughtChars', 'tokensPerSecond', 'queue_full']) {
    expect(document).toContain(word);
  }
});

it('leads from / to the page to try it, which may load and call nothing from elsewhere', async () => {
  const response = await fetch(`${server.url}/`);
  expect(response.url).toBe(`${server.url}/translate`);
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/);
  expect(await response.text()).toContain('<title>Translate · Dragoman</title>');
});

it('serves the page of the HTTP interface and its scripts itself', async () => {
  const page = await (await fetch(`${server.url}/docs`)).text();
  const script = /src="(?<path>\/pages\/assets\/[^"]+\.js)"/.exec(page)?.groups?.path ?? '';
  const response = await fetch(server.url + script);
  expect(response.headers.get('content-type')).toMatch(/javascript/);
  await response.body?.cancel();
});

async function get(path: string): Promise<unknown> {
  const response = await fetch(server.url + path);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return response.json();
}
