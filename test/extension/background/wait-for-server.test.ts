import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunMessage } from '../../../extension/messages/background-message.ts';
import { emptyTranslation, foldTranslation, getTranslatedText } from '../../../shared/translation-state.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startTestServer, type TestServer } from '../../server/start-test-server.ts';
import { installFakeBrowser } from '../fake-browser.ts';
import { collectMessages } from './collect-messages.ts';

const browser = installFakeBrowser();
const { runTranslation } = await import('../../../extension/background/run-translation.ts');

const attempt = { key: 'key-of-the-attempt', texts: ['Hello'], target: 'pt' };
const unused = new AbortController().signal;
const models = ['qwen3:8b'];
let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  models.splice(0, 1, 'qwen3:8b');
  ollama = await startFakeOllama({ models });
  server = await startServer();
  browser.stored = { server: new URL(server.url).host };
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

function startServer(...more: string[]): Promise<TestServer> {
  return startTestServer('--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off', ...more);
}

/** A server whose user has not decided yet whether this extension may call it. */
async function startStrictServer(): Promise<{ address: string; stop: () => Promise<void> }> {
  const problem = { type: 'about:blank', title: 'Pairing required', status: 403, detail: 'Not paired.' };
  const refusal = JSON.stringify({ ...problem, code: 'pairing_required', retryable: true, issues: [] });
  const strict = createServer((request, response) => {
    const isPairing = request.url === '/pair';
    response.writeHead(isPairing ? 200 : 403, { 'Content-Type': 'application/problem+json' });
    response.end(isPairing ? '{"state":"pending"}' : refusal);
  }).listen(0, '127.0.0.1');
  await once(strict, 'listening');
  const stop = async (): Promise<void> => {
    strict.closeAllConnections();
    await new Promise((resolve) => strict.close(resolve));
  };
  return { address: `127.0.0.1:${(strict.address() as AddressInfo).port}`, stop };
}

function getText(messages: RunMessage[]): string {
  const events = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  return getTranslatedText(events.reduce(foldTranslation, emptyTranslation));
}

async function waitForListener(): Promise<void> {
  while (!browser.storageChanged.hasListeners()) await new Promise(setImmediate);
}

test('a server that is not there is told apart from all else, and waited for', async () => {
  const { server: address } = browser.stored;
  browser.stored['server'] = '127.0.0.1:1';
  const running = runTranslation(attempt, unused);
  const because = { kind: 'unreachable', server: '127.0.0.1:1' };
  expect((await running.next()).value).toEqual({ type: 'obstacle', obstacle: { kind: 'unready', because } });
  const rest = collectMessages(running);
  await waitForListener();
  browser.stored['server'] = address;
  browser.storageChanged.fire();
  expect(getText(await rest)).toBe('Olá, mundo!');
  expect(browser.storageChanged.hasListeners()).toBe(false);
});

test('a server that is started meanwhile is noticed by itself', async () => {
  const port = Number(new URL(server.url).port);
  await server.stop();
  const running = runTranslation(attempt, unused);
  expect((await running.next()).value).toMatchObject({ obstacle: { kind: 'unready' } });
  server = await startServer('--port', String(port));
  expect(getText(await collectMessages(running))).toBe('Olá, mundo!');
});

test('a model that is not there is waited for, too', async () => {
  models.pop();
  const running = runTranslation(attempt, unused);
  const told: RunMessage[] = [];
  do told.push((await running.next()).value as RunMessage);
  while (told.at(-1)?.type !== 'obstacle');
  expect(told.at(-1)).toMatchObject({
    obstacle: { kind: 'unready', because: { kind: 'problem', error: { code: 'model_not_found' } } },
  });
  models.push('qwen3:8b');
  expect(getText(await collectMessages(running))).toBe('Olá, mundo!');
});

test('while the permission or the pairing is waited for, the reader may name another server', async () => {
  const { server: address } = browser.stored;
  const strict = await startStrictServer();
  Object.assign(browser, { stored: { server: strict.address }, mayCallServer: false });
  const running = runTranslation(attempt, unused);
  const read = async (): Promise<unknown> => (await running.next()).value;
  expect(await read()).toEqual({ type: 'obstacle', obstacle: { kind: 'permission' } });
  const granted = read();
  await waitForListener();
  browser.mayCallServer = true;
  browser.storageChanged.fire();
  expect(await granted).toEqual({ type: 'obstacle', obstacle: undefined });
  expect(await read()).toMatchObject({ obstacle: { kind: 'pairing' } });

  browser.stored['server'] = address;

  expect(await read()).toEqual({ type: 'obstacle', obstacle: undefined });
  expect(getText(await collectMessages(running))).toBe('Olá, mundo!');
  expect(browser.storageChanged.hasListeners()).toBe(false);
  await strict.stop();
});

test('closing while the server is waited for ends it', async () => {
  browser.stored['server'] = '127.0.0.1:1';
  const closing = new AbortController();
  const running = runTranslation(attempt, closing.signal);
  await running.next();
  const ending = expect(running.next()).rejects.toThrow('closed');
  await waitForListener();
  closing.abort(new Error('closed'));
  await ending;
  expect(browser.storageChanged.hasListeners()).toBe(false);
});
