import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../fakes/fake-ollama.ts';
import { answers, wholeAnswer } from '../fakes/ollama-answers.ts';
import type { Behaviour } from '../fakes/ollama-exchange.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from './start-test-server.ts';

const streamCount = 2000;

/** What has to come to an end takes the time it takes. */
const patience = { timeout: 60_000, interval: 100 };

/** A word at once, another one every fifteen seconds. */
const slowly: Behaviour = async (exchange) => {
  exchange.head(200, { 'Content-Type': 'application/x-ndjson' });
  for (const line of wholeAnswer(exchange, Array<string>(100).fill('word '))) {
    await exchange.write(line);
    await delay(15_000, undefined, { signal: exchange.gone });
  }
};

let ollama: FakeOllama;
let server: TestServer;
let readers: IncomingMessage[];

beforeAll(async () => {
  ollama = await startFakeOllama({ behaviour: slowly });
  const size = ['--concurrency', String(streamCount), '--queue-limit', String(2 * streamCount)];
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', ...size);
  readers = await openStreams();
}, 180_000);

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

it('answers a new client at once while 2,000 slow streams run', async () => {
  const leave = new AbortController();
  const answer = await server.post('/v1/translate', { text: 'new', target: 'pt' }, { signal: leave.signal });
  const events = readEvents(answer);
  expect((await events.next()).value).toMatchObject({ event: 'start' });
  expect((await events.next()).value).toMatchObject({ data: { phase: 'queued', position: 1 } });
  leave.abort();
  await expect.poll(readLoad, patience).toEqual({ running: streamCount, queued: 0 });
}, 60_000);

it('frees the engine of 1,000 clients who leave one after the other', async () => {
  for (const reader of readers.splice(0, streamCount / 2)) {
    reader.destroy();
    await nextTurn();
  }
  await expect.poll(countOpenChats, patience).toBe(streamCount / 2);
  expect(await readLoad()).toEqual({ running: streamCount / 2, queued: 0 });
}, 60_000);

it('frees the engine of 1,000 clients who leave at once, and serves the next', async () => {
  for (const reader of readers.splice(0)) reader.destroy();
  await expect.poll(countOpenChats, patience).toBe(0);
  expect(await readLoad()).toEqual({ running: 0, queued: 0 });
  ollama.tell(answers(['O último.']));
  const { text, events } = await readAll(await server.post('/v1/translate', { text: 'Last.', target: 'pt' }));
  expect(text).toBe('O último.');
  expect(getOnly(events, 'done')).toMatchObject({ complete: true });
}, 60_000);

/**
 * Streams of different texts, on each of which the engine works. A few come at a time: here one process is clients, server and engine, and
 * Node accepts one connection in a turn of its loop.
 */
async function openStreams(): Promise<IncomingMessage[]> {
  const opened: IncomingMessage[] = [];
  while (opened.length < streamCount) {
    const texts = Array.from({ length: 100 }, (_, index) => `Text ${opened.length + index}.`);
    opened.push(...(await Promise.all(texts.map(openStream))));
    await vi.waitFor(() => {
      expect(countOpenChats()).toBe(opened.length);
    }, patience);
  }
  return opened;
}

async function openStream(text: string): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json' };
  const sent = request(`${server.url}/v1/translate`, { method: 'POST', headers, agent: false });
  sent.end(JSON.stringify({ text, target: 'pt' }));
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  // Whoever leaves is told that the connection broke.
  return response.on('error', () => undefined).resume();
}

async function readLoad(): Promise<{ running: number; queued: number }> {
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  const read = (name: string): number =>
    Number(new RegExp(`^dragoman_${name}_translations\\{engine="ollama"\\} (\\d+)$`, 'm').exec(metrics)?.[1]);
  return { running: read('running'), queued: read('queued') };
}

/** What the model works on. */
function countOpenChats(): number {
  const chats = ollama.requests.filter(({ path }) => path === '/api/chat');
  return chats.filter(({ clientGone }) => !clientGone).length;
}
