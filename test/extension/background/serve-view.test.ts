import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { BackgroundMessage } from '../../../extension/messages/background-message.ts';
import type { ViewMessage } from '../../../extension/messages/view-message.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { startTestServer, type TestServer } from '../../server/start-test-server.ts';
import { FakePort, installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { serveView } = await import('../../../extension/background/serve-view.ts');

let ollama: FakeOllama;
let server: TestServer;
let port: FakePort;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--engine', 'ollama', '--ollama-host', ollama.url);
});

beforeEach(() => {
  ollama.tell(answers(['Olá', ', mundo!']));
  browser.stored = { server: new URL(server.url).host, target: 'pt' };
  port = new FakePort('popup');
  serveView(port as unknown as Runtime.Port);
});

afterEach(() => {
  port.lose();
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

function ask(message: ViewMessage): void {
  port.onMessage.fire(message);
}

/** The first such message that was posted, as soon as there is one. */
function findPosted(isWanted: (message: BackgroundMessage) => boolean): Promise<BackgroundMessage> {
  return vi.waitUntil(() => (port.posted as BackgroundMessage[]).find(isWanted), { interval: 5 });
}

function isEvent(message: BackgroundMessage, event: string, key: string): boolean {
  return message.type === 'event' && message.event.event === event && message.key === key;
}

test('a view is greeted with the target language and all there are', async () => {
  const hello = await findPosted(({ type }) => type === 'hello');
  expect(hello).toMatchObject({ target: 'pt' });
  expect(hello).toHaveProperty('languages.100.tag');
});

test('a view that has closed before is not greeted', async () => {
  const closed = new FakePort('popup');
  serveView(closed as unknown as Runtime.Port);
  closed.lose();
  await findPosted(({ type }) => type === 'hello');
  expect(closed.posted).toEqual([]);
});

test('answers carry the key of the attempt', async () => {
  ask({ type: 'translate', key: 'first', text: 'Hello' });
  expect(await findPosted((message) => isEvent(message, 'done', 'first'))).toMatchObject({
    event: { data: { complete: true } },
  });
});

test('without a target the one of the settings is taken', async () => {
  ask({ type: 'translate', key: 'first', text: 'Hello' });
  const start = await findPosted((message) => isEvent(message, 'start', 'first'));
  expect(start).toMatchObject({ event: { data: { target: 'pt' } } });
});

test.each<[string, () => void]>([
  [
    'it is told to',
    () => {
      ask({ type: 'stop' });
    },
  ],
  [
    'the view closes',
    () => {
      port.lose();
    },
  ],
  [
    'another translation begins',
    () => {
      ask({ type: 'translate', key: 'second', text: 'Bye', target: 'fr' });
    },
  ],
])('the model stops when %s', async (_how, end) => {
  ollama.tell(repeatsForever('palavra ', 5));
  ask({ type: 'translate', key: 'first', text: 'Hello' });
  await findPosted((message) => isEvent(message, 'delta', 'first'));
  // The newest: this test's own.
  const request = await ollama.received('/api/chat');
  end();
  await request.over;
  expect(request.clientGone).toBe(true);
});

test('a language that was chosen is remembered', async () => {
  ask({ type: 'remember-target', target: 'ja' });
  await vi.waitUntil(() => browser.stored['target'] === 'ja', { interval: 5 });
});

test('pages are opened for views that may not', async () => {
  ask({ type: 'open', page: 'options' });
  ask({ type: 'open', page: 'pair' });
  await vi.waitUntil(() => browser.opened.length === 2, { interval: 5 });
  expect(browser.opened).toEqual(['options', `${server.url}/pair`]);
});

test('a message that no view of ours sends is refused', () => {
  expect(() => {
    port.onMessage.fire({ type: 'open', page: 'https://example.org' });
  }).toThrow();
});
