import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RunMessage } from '../../../extension/messages/background-message.ts';
import { writeEvent } from '../../../shared/event-stream-writer.ts';
import { emptyTranslation, foldTranslation, getTranslatedText } from '../../../shared/translation-state.ts';
import { startCuttingProxy } from '../../fakes/cutting-proxy.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { startTestServer, type TestServer } from '../../server/start-test-server.ts';
import { installFakeBrowser } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { runTranslation } = await import('../../../extension/background/run-translation.ts');

const attempt = { key: 'key-of-the-attempt', texts: ['Hello'], target: 'pt' };
const unused = new AbortController().signal;
let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--engine', 'ollama', '--ollama-host', ollama.url, '--checks', 'off');
  browser.stored = { server: new URL(server.url).host };
  browser.mayCallServer = true;
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

async function collect(running = runTranslation(attempt, unused)): Promise<RunMessage[]> {
  const messages: RunMessage[] = [];
  for await (const message of running) messages.push(message);
  return messages;
}

/** A server that is none of ours, or is in trouble. */
async function useOtherServer(answer: RequestListener): Promise<() => Promise<void>> {
  const other = createServer(answer).listen(0, '127.0.0.1');
  await once(other, 'listening');
  browser.stored['server'] = `127.0.0.1:${(other.address() as AddressInfo).port}`;
  return async () => {
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  };
}

function getText(messages: RunMessage[]): string {
  const events = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  return getTranslatedText(events.reduce(foldTranslation, emptyTranslation));
}

test('the events of the server come as they are, to the end', async () => {
  ollama.tell(answers(['Olá', ', mundo!']));
  const messages = await collect();
  expect(getText(messages)).toBe('Olá, mundo!');
  expect(messages.at(0)).toMatchObject({ type: 'event', event: { event: 'start', data: { target: 'pt' } } });
  expect(messages.at(-1)).toMatchObject({ event: { event: 'done', data: { complete: true } } });
});

test('every event carries its own id, by which the stream could go on', async () => {
  const ids = (await collect()).map((message) => (message.type === 'event' ? message.eventId : ''));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^.+:\d+$/.test(id))).toBe(true);
});

test('what the server refuses is told in its own words', async () => {
  await server.stop();
  server = await startTestServer('--engine', 'bergamot');
  browser.stored['server'] = new URL(server.url).host;
  const [refused] = await collect(runTranslation({ ...attempt, target: 'sw' }, unused));
  expect(refused).toMatchObject({ obstacle: { kind: 'problem', error: { code: 'unsupported_language' } } });
});

test.each<[string, RequestListener]>([
  ['a page', (_request, response) => response.setHeader('Content-Type', 'text/html').end('<p>hi')],
  ['an error page', (_request, response) => response.writeHead(500).end('oops')],
  [
    'events that make no sense',
    (_request, response) =>
      response.setHeader('Content-Type', 'text/event-stream').end(writeEvent({ event: 'start', data: '{}' })),
  ],
])('what answers with %s is no Dragoman server', async (_what, answer) => {
  const stop = await useOtherServer(answer);
  expect(await collect()).toMatchObject([{ type: 'obstacle', obstacle: { kind: 'unreadable' } }]);
  await stop();
});

test('a page without an end is not read on', async () => {
  let closing: Promise<unknown> | undefined;
  const stop = await useOtherServer((_request, response) => {
    closing = once(response, 'close');
    response.setHeader('Content-Type', 'text/html').write('<p>hi');
  });
  const running = runTranslation(attempt, unused);
  expect((await running.next()).value).toMatchObject({ obstacle: { kind: 'unreadable' } });
  await closing;
  await stop();
});

test.each<[string, (response: Parameters<RequestListener>[1]) => void]>([
  ['ends early', (response) => response.end()],
  ['breaks', (response) => response.destroy()],
])('a stream that %s is cut, never a success', async (_how, stopSending) => {
  const delta = writeEvent({ event: 'status', data: '{"phase":"writing"}' });
  const stop = await useOtherServer((_request, response) => {
    response.setHeader('Content-Type', 'text/event-stream').write(delta, () => {
      stopSending(response);
    });
  });
  expect((await collect()).at(-1)).toEqual({ type: 'obstacle', obstacle: { kind: 'cut' } });
  await stop();
});

test('stopping ends the model', async () => {
  ollama.tell(repeatsForever('palavra ', 5));
  const stopping = new AbortController();
  const consume = async () => {
    for await (const message of runTranslation(attempt, stopping.signal))
      if (message.type === 'event' && message.event.event === 'delta') stopping.abort(new Error('stopped'));
  };
  await expect(consume()).rejects.toThrow('stopped');
  const request = await ollama.received('/api/chat');
  await request.over;
  expect(request.tokensWritten).toBeLessThan(20);
});

test('without the permission nothing is sent, and with it the translation goes on by itself', async () => {
  browser.mayCallServer = false;
  const running = runTranslation(attempt, unused);
  expect((await running.next()).value).toEqual({ type: 'obstacle', obstacle: { kind: 'permission' } });
  const next = running.next();
  await waitForListener();
  expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toEqual([]);
  browser.mayCallServer = true;
  browser.permissionAdded.fire();
  expect((await next).value).toEqual({ type: 'obstacle', obstacle: undefined });
  expect(getText(await collect(running))).toBe('Olá, mundo!');
});

test('closing while the permission is waited for ends it', async () => {
  browser.mayCallServer = false;
  const closing = new AbortController();
  const running = runTranslation(attempt, closing.signal);
  await running.next();
  const ending = expect(running.next()).rejects.toThrow('closed');
  await waitForListener();
  closing.abort(new Error('closed'));
  await ending;
  expect(browser.permissionAdded.hasListeners()).toBe(false);
});

test('of five at once the fifth waits until another has ended', async () => {
  ollama.tell(repeatsForever('palavra ', 5));
  const running = Array.from({ length: 4 }, () => {
    const stopping = new AbortController();
    return { stopping, messages: runTranslation(attempt, stopping.signal) };
  });
  await Promise.all(running.map(({ messages }) => messages.next()));
  const fifth = runTranslation({ ...attempt, key: 'another' }, unused);
  expect((await fifth.next()).value).toMatchObject({ event: { event: 'status', data: { phase: 'queued' } } });
  const next = fifth.next();
  for (const { stopping } of running) stopping.abort(new Error('stopped'));
  await Promise.allSettled(running.map(({ messages }) => messages.next()));
  expect((await next).value).toMatchObject({ event: { event: 'start' } });
  await fifth.return();
});

test('closing while the browser is asked for the permission ends it too', async () => {
  browser.mayCallServer = false;
  const closing = new AbortController();
  const running = runTranslation(attempt, closing.signal);
  await running.next();
  const next = running.next();
  closing.abort(new Error('closed'));
  await expect(next).rejects.toThrow('closed');
});

async function waitForListener(): Promise<void> {
  while (!browser.permissionAdded.hasListeners()) await new Promise(setImmediate);
}

test('a translation whose connection is lost keeps its slot, and all four are free in the end', async () => {
  ollama.tell(answers(['Olá', ', ', 'mundo', '!'], { tokenMs: 50 }));
  const proxy = await startCuttingProxy(Number(new URL(server.url).port));
  browser.stored['server'] = `127.0.0.1:${proxy.port}`;
  const running = Array.from({ length: 5 }, (_, index) =>
    collect(runTranslation({ ...attempt, key: `key-${index}` }, unused)),
  );
  await ollama.received('/api/chat');
  proxy.cut();
  for (const messages of await Promise.all(running)) expect(getText(messages)).toBe('Olá, mundo!');
  const [first] = await collect(runTranslation({ ...attempt, key: 'the-next' }, unused));
  expect(first).toMatchObject({ event: { event: 'start' } });
  await proxy.close();
});

test('however often the connection is cut, the text is exact', async () => {
  const tokens = Array.from({ length: 60 }, (_, index) => `palavra ${index}\n`);
  ollama.tell(answers(tokens, { tokenMs: 5 }));
  const proxy = await startCuttingProxy(Number(new URL(server.url).port));
  browser.stored['server'] = `127.0.0.1:${proxy.port}`;
  const messages: RunMessage[] = [];
  for await (const message of runTranslation(attempt, unused)) {
    messages.push(message);
    if (messages.length % 7 === 0) proxy.cut();
  }
  expect(getText(messages).trim()).toBe(tokens.join('').trim());
  expect(messages.filter(({ type }) => type === 'obstacle').length).toBeGreaterThan(10);
  expect(ollama.requests.filter(({ path }) => path === '/api/chat')).toHaveLength(1);
  await proxy.close();
});
