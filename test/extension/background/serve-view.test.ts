import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import type { BackgroundMessage } from '../../../extension/messages/background-message.ts';
import type { PopupNews } from '../../../extension/messages/popup-news.ts';
import type { ViewMessage } from '../../../extension/messages/view-message.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { startTestServer, type TestServer } from '../../server/start-test-server.ts';
import { FakePort, installFakeBrowser } from '../fake-browser.ts';
import { getText, listEventIds } from './posted-events.ts';

const browser = installFakeBrowser();
const { takePopupNews } = await import('../../../extension/messages/popup-news.ts');
const { takeHeldJob } = await import('../../../extension/background/views.ts');
const { serveView } = await import('../../../extension/background/serve-view.ts');

let ollama: FakeOllama;
let server: TestServer;
let port: FakePort;
/** A server that knows a key plays the same stream again, and what is asked twice at once is done once. */
let key: string;
let text: string;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
});

beforeEach(() => {
  ollama.tell(answers(['Olá', ', mundo!']));
  browser.stored = { server: new URL(server.url).host, target: 'pt', version: 1 };
  browser.session = {};
  browser.isPrivate = false;
  key = randomUUID();
  text = `Hello, ${key}`;
  port = new FakePort('overlay', { url: 'https://example.org/page', tab: { id: 1, incognito: false } });
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
async function findPosted(
  isWanted: (message: BackgroundMessage) => boolean,
  from = port,
): Promise<BackgroundMessage> {
  const find = () => (from.posted as BackgroundMessage[]).find(isWanted);
  await expect.poll(find).toBeDefined();
  return find() as BackgroundMessage;
}

function openPopup(): FakePort {
  const popup = new FakePort('popup');
  serveView(popup as unknown as Runtime.Port);
  return popup;
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
  ask({ type: 'translate', key, texts: [text] });
  expect(await findPosted((message) => isEvent(message, 'done', key))).toMatchObject({
    event: { data: { complete: true } },
  });
});

test('without a target the one of the settings is taken', async () => {
  ask({ type: 'translate', key, texts: [text] });
  const start = await findPosted((message) => isEvent(message, 'start', key));
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
      ask({ type: 'translate', key: randomUUID(), texts: ['Bye'], target: 'fr' });
    },
  ],
])('the model stops when %s', async (_how, end) => {
  ollama.tell(repeatsForever('palavra ', 5));
  ask({ type: 'translate', key, texts: [text] });
  await findPosted((message) => isEvent(message, 'delta', key));
  // The newest: this test's own.
  const request = await ollama.received('/api/chat');
  end();
  await request.over;
  expect(request.clientGone).toBe(true);
});

test('a popup that closes leaves its translation running, and the next one goes on with it', async () => {
  ollama.tell(answers(['Olá', ', mundo', '!'], { tokenMs: 50 }));
  const popup = openPopup();
  popup.onMessage.fire({ type: 'translate', key, texts: [text] });
  const first = await findPosted((message) => isEvent(message, 'delta', key), popup);
  popup.lose();
  const request = await ollama.received('/api/chat');
  await request.over;
  expect(request.clientGone).toBe(false);
  let news: PopupNews | undefined;
  await expect.poll(async () => (news = await takePopupNews())).toMatchObject({ key });
  expect(news?.events.map(({ eventId }) => eventId)).toEqual(listEventIds(popup.posted));
  const next = openPopup();
  const after = 'eventId' in first ? first.eventId : '';
  next.onMessage.fire({ type: 'translate', key, texts: [text], after });
  await findPosted((message) => isEvent(message, 'done', key), next);
  expect(getText([...popup.posted, ...next.posted])).toBe('Olá, mundo!');
});

test('a size that the overlay was given is remembered, until it has the usual one again', async () => {
  const size = { width: 500, height: 300 };
  ask({ type: 'remember-size', size });
  await expect.poll(() => browser.stored['overlaySize']).toEqual(size);
  ask({ type: 'remember-size', size: { width: 600, height: 300 } });
  ask({ type: 'remember-size' });
  await expect.poll(() => browser.stored['overlaySize']).toBeUndefined();
});

test('a language that was chosen is remembered, and offered first from now on', async () => {
  browser.stored['recentLanguages'] = ['fr', 'ja'];
  ask({ type: 'remember-target', target: 'ja' });
  await expect.poll(() => browser.stored['target']).toBe('ja');
  const next = openPopup();
  const hello = await findPosted(({ type }) => type === 'hello', next);
  expect(hello).toMatchObject({ target: 'ja', recent: ['ja', 'fr'] });
});

test('a language chosen for what is in the first already is the second', async () => {
  ask({ type: 'remember-target', target: 'ja', isSecond: true });
  await expect.poll(() => browser.stored['secondTarget']).toBe('ja');
  ask({ type: 'remember-target', target: 'pt', isSecond: true });
  await expect.poll(() => (browser.stored['recentLanguages'] as string[])[0]).toBe('pt');
  expect(browser.stored).toMatchObject({ target: 'pt', secondTarget: 'ja', recentLanguages: ['pt', 'ja'] });
});

test('on a site with a language of its own it goes into that', async () => {
  browser.stored['siteRules'] = [{ host: 'example.org', rule: 'es' }];
  const other = new FakePort('overlay', {
    url: 'https://www.example.org/',
    tab: { id: 2, incognito: false },
  });
  serveView(other as unknown as Runtime.Port);
  expect(await findPosted(({ type }) => type === 'hello', other)).toMatchObject({ target: 'es' });
  other.onMessage.fire({ type: 'translate', key, texts: [text] });
  const start = await findPosted((message) => isEvent(message, 'start', key), other);
  expect(start).toMatchObject({ event: { data: { target: 'es' } } });
  // How long it took is remembered before that.
  await findPosted((message) => isEvent(message, 'done', key), other);
});

test.each<[string, () => FakePort]>([
  ['an overlay', () => new FakePort('overlay', { tab: { id: 3, incognito: true } })],
  ['a popup', () => new FakePort('popup')],
])('%s of a private window leaves nothing behind', async (_what, open) => {
  browser.isPrivate = true;
  ollama.tell(answers(['Olá', ', mundo', '!'], { tokenMs: 50 }));
  const view = open();
  const before = structuredClone([browser.stored, browser.session]);
  serveView(view as unknown as Runtime.Port);
  view.onMessage.fire({ type: 'remember-target', target: 'ja' });
  view.onMessage.fire({ type: 'remember-size', size: { width: 500, height: 300 } });
  view.onMessage.fire({ type: 'translate', key, texts: [text] });
  await findPosted((message) => isEvent(message, 'delta', key), view);
  const request = await ollama.received('/api/chat');
  view.lose();
  await request.over;
  expect([browser.stored, browser.session]).toEqual(before);
  expect(request.clientGone).toBe(true);
});

test('pages are opened for views that may not', async () => {
  for (const page of ['options', 'pair'] as const) ask({ type: 'open', page });
  await expect.poll(() => browser.opened).toEqual(['options', `${server.url}/pair`]);
});

test('a message that no view of ours sends is refused', () => {
  expect(() => {
    port.onMessage.fire({ type: 'open', page: 'https://example.org' });
  }).toThrow();
});

test('a view that cannot stay where it is has its text translated in a small window', async () => {
  browser.opened.length = 0;
  ask({ type: 'show-in-window', text });
  await expect.poll(() => browser.opened).toEqual(['extension/panel/panel.html']);
  await expect.poll(() => takeHeldJob('panel:1')?.text).toBe(text);
});
