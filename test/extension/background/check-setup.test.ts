import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startFakeOllama } from '../../fakes/fake-ollama.ts';
import { startTestServer } from '../../server/start-test-server.ts';
import { firefoxOrigin, startPairServer, type PairServer } from '../../server/routes/pair-server.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { checkSetup } = await import('../../../extension/background/check-setup.ts');

let stops: (() => Promise<unknown>)[] = [];

beforeEach(() => {
  browser.stored = { target: 'pt', version: 1 };
});

afterEach(async () => {
  vi.unstubAllGlobals();
  for (const stop of stops.reverse()) await stop();
  stops = [];
});

async function useServer(...flags: string[]): Promise<void> {
  const server = await startTestServer(...flags);
  stops.push(() => server.stop());
  browser.stored['server'] = new URL(server.url).host;
}

async function usePairServer(): Promise<PairServer> {
  const server = await startPairServer();
  stops.push(() => server.stop());
  browser.stored['server'] = new URL(server.url).host;
  const nodeFetch = fetch;
  // The browser adds it to what an extension posts; Node doesn't.
  vi.stubGlobal('fetch', (url: string, { headers, ...options }: RequestInit) => {
    const origin = options.method === 'POST' ? { Origin: firefoxOrigin } : {};
    return nodeFetch(url, { ...options, headers: { ...(headers as object), ...origin } });
  });
  return server;
}

test('finds nothing missing where all is there', async () => {
  await useServer('--engine', 'bergamot');
  expect((await checkSetup()).status).toMatchObject({ kind: 'ready', engine: 'bergamot' });
});

test('says that no server runs', async () => {
  browser.stored['server'] = '127.0.0.1:1';
  expect((await checkSetup()).status).toEqual({ kind: 'unreachable', server: '127.0.0.1:1' });
});

test('says that the built-in models do not know the language, and which model does', async () => {
  await useServer('--engine', 'bergamot');
  browser.stored['target'] = 'de';
  const { status } = await checkSetup();
  expect(status).toMatchObject({ kind: 'problem', error: { code: 'unsupported_language' } });
  expect(status).toHaveProperty('error.message', expect.stringContaining('German'));
  expect(status).toHaveProperty('error.hint', 'ollama pull qwen3:8b');
});

test('says that the model is missing, and how to get it', async () => {
  const ollama = await startFakeOllama({ models: [] });
  stops.push(() => ollama.close());
  await useServer('--engine', 'ollama', '--ollama-host', ollama.url);
  const { status } = await checkSetup();
  expect(status).toMatchObject({ kind: 'problem', error: { code: 'model_not_found' } });
  expect(status).toHaveProperty('error.hint', expect.stringContaining('ollama pull qwen3:8b'));
});

test('asks to be paired, each time under the same number, until its user allows it', async () => {
  const server = await usePairServer();
  const { status } = await checkSetup();
  expect(status).toEqual({ kind: 'pairing', code: expect.stringMatching(/^\d{6}$/) as string });
  expect((await checkSetup()).status).toEqual(status);
  await server.decide(await server.readButton('allow', firefoxOrigin));
  expect((await checkSetup()).status.kind).not.toMatch(/pairing/);
});

test('says that its user denied it', async () => {
  const server = await usePairServer();
  await checkSetup();
  await server.decide(await server.readButton('deny', firefoxOrigin));
  expect((await checkSetup()).status).toEqual({ kind: 'pairing-denied' });
});
