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
