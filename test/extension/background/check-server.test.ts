import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { installFakeBrowser } from '../fake-browser.ts';
import { startTestServer } from '../../server/start-test-server.ts';

const browser = installFakeBrowser();
const { checkServer } = await import('../../../extension/background/check-server.ts');

let stop = (): Promise<void> => Promise.resolve();

afterEach(async () => {
  vi.restoreAllMocks();
  browser.stored = {};
  browser.mayCallServer = true;
  await stop();
  stop = () => Promise.resolve();
});

async function useDragoman(...flags: string[]): Promise<void> {
  const server = await startTestServer(...flags);
  browser.stored.server = new URL(server.url).host;
  stop = server.stop;
}

async function useOther(answer: RequestListener): Promise<Server> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  browser.stored.server = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return server;
}

test('names the engine and the model that the server would use', async () => {
  await useDragoman('--engine', 'bergamot');
  const { status, engines } = await checkServer();
  expect(status).toEqual({ kind: 'ready', engine: 'bergamot', model: 'firefox-tiny' });
  expect(engines).toContainEqual(
    expect.objectContaining({ name: 'bergamot', chosen: true, available: true }),
  );
});

test('tells what to do when the engine that the server was told to use is not there', async () => {
  vi.stubEnv('OLLAMA_HOST', '127.0.0.1:1');
  await useDragoman('--engine', 'ollama');
  vi.unstubAllEnvs();
  const { status, engines } = await checkServer();
  expect(status).toMatchObject({ kind: 'problem', error: { code: 'engine_unavailable', retryable: true } });
  expect(status).toHaveProperty('error.hint');
  expect(engines.map(({ name }) => name)).toContain('bergamot');
});

test('of the engines the one of the settings is asked after, and its model named where it has it', async () => {
  vi.stubEnv('OLLAMA_HOST', '127.0.0.1:1');
  await useDragoman('--engine', 'bergamot');
  vi.unstubAllEnvs();
  Object.assign(browser.stored, { engine: 'bergamot', model: 'qwen3:8b' });
  expect((await checkServer()).status).toMatchObject({ kind: 'ready', model: 'firefox-tiny' });
  browser.stored['engine'] = 'ollama';
  expect((await checkServer()).status).toMatchObject({
    kind: 'problem',
    error: { code: 'engine_unavailable' },
  });
});

test('sends the token, and says when it is wrong', async () => {
  await useDragoman('--engine', 'bergamot', '--token', 'right-token-of-some-length');
  browser.stored.token = 'wrong';
  expect((await checkServer()).status).toMatchObject({ kind: 'problem', error: { code: 'unauthorized' } });
  browser.stored.token = 'right-token-of-some-length';
  expect((await checkServer()).status).toMatchObject({ kind: 'ready' });
});

test('tells a server that is not there from one that is another program', async () => {
  await useOther((_request, response) => response.end('<html>hello</html>'));
  expect(await checkServer()).toEqual({
    status: { kind: 'unreadable', server: browser.stored.server },
    engines: [],
  });
  await stop();
  stop = () => Promise.resolve();
  expect(await checkServer()).toEqual({
    status: { kind: 'unreachable', server: browser.stored.server },
    engines: [],
  });
});

test('gives up on a program that takes the connection and stays silent', async () => {
  const silent = await useOther(() => undefined);
  const given = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(given.signal);
  silent.on('request', () => {
    given.abort();
  });
  expect(await checkServer()).toEqual({
    status: { kind: 'silent', server: browser.stored.server },
    engines: [],
  });
});

test('calls nothing without the permission', async () => {
  browser.mayCallServer = false;
  browser.stored.server = '127.0.0.1:1';
  expect(await checkServer()).toEqual({ status: { kind: 'permission' }, engines: [] });
});
