import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';
import { readId, StreamClient } from './stream-client.ts';

const tokens = ['Um', ' dois', ' três', ' quatro'];
const whole = tokens.join('');

let ollama: FakeOllama;
let server: TestServer;
let client: StreamClient;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: answers(tokens, { tokenMs: 20 }) });
  await start();
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

describe('going on with a stream', () => {
  it('replays from the start, then goes on live', async () => {
    const { id } = await client.begin({ resume: true });
    const { text, events } = await readAll(await client.go(id));
    expect(text).toBe(whole);
    expect(getOnly(events, 'start').id).toBe(id);
  });

  it('goes on after any event, by its whole id or by its number', async () => {
    const answer = await server.post('/v1/translate', { text: 'one', target: 'pt' });
    const [first = '', ...rest] = (await answer.text()).split('\n\n').filter((part) => part !== '');
    const id = readId(first);
    for (let after = 1; after <= rest.length; after += 1) {
      const headers = { 'last-event-id': `${id}:${after}` };
      const missing = rest.slice(after - 1).map((part) => `${part}\n\n`);
      const answers = [await client.go(id, { headers }), await client.go(`${id}?after=${after}`)];
      expect(await Promise.all(answers.map((each) => each.text()))).toEqual(
        [missing, missing].map((parts) => parts.join('')),
      );
    }
  });

  it('answers 204 when a stream has ended and nothing is left', async () => {
    const { events, id } = await client.translate();
    const response = await client.go(id, { headers: { 'last-event-id': `${id}:${events.length}` } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
  });

  it('answers 410 for a stream that it does not know', async () => {
    const response = await client.go('AAAAAAAAAAAAAAAAAAAAAA');
    expect(response.status).toBe(410);
    expect(await response.json()).toMatchObject({ code: 'stream_gone', retryable: true });
  });

  it.each([
    ['an id of another stream', { 'last-event-id': 'BBBB:3' }, ''],
    ['a number as an id', { 'last-event-id': '3' }, ''],
    ['no number', {}, '?after=x'],
    ['two numbers', {}, '?after=1&after=2'],
    ['a number below zero', {}, '?after=-1'],
  ])('refuses %s as the last event', async (_name, headers, query) => {
    const { id } = await client.translate();
    const response = await client.go(`${id}${query}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_request', errors: [{}] });
  });

  it('lets several read the same stream', async () => {
    const { id } = await client.begin({ resume: true });
    const readers = await Promise.all([client.go(id), client.go(id), client.go(id)]);
    const texts = await Promise.all(readers.map(async (reader) => (await readAll(reader)).text));
    expect(texts).toEqual([whole, whole, whole]);
    expect(countChats()).toBe(1);
  });
});

describe('a reader who leaves', () => {
  it('takes the model along at once when nothing is to be resumed', async () => {
    ollama.tell(repeatsForever('a', 20));
    const { id } = await client.begin();
    const chat = await ollama.received('/api/chat');
    await chat.over;
    const { events } = await readAll(await client.go(id));
    expect(getOnly(events, 'done')).toMatchObject({ reason: 'cancelled' });
  });

  it('leaves the model at work for --grace, then it stops', async () => {
    await restart('--grace', '300ms');
    ollama.tell(repeatsForever('a', 20));
    const { id } = await client.begin({ resume: true });
    const chat = await ollama.received('/api/chat');
    const before = chat.tokensWritten;
    await chat.over;
    expect(chat.tokensWritten).toBeGreaterThan(before + 5);
    const { events } = await readAll(await client.go(id));
    expect(getOnly(events, 'done')).toMatchObject({ reason: 'cancelled' });
  });

  it('who comes back in time finds the whole text, of one run of the model', async () => {
    const { id, lastEventId } = await client.begin({ resume: true });
    const { events } = await readAll(await client.go(id, { headers: { 'last-event-id': lastEventId } }));
    expect(events.some(({ event }) => event === 'start')).toBe(false);
    expect(getOnly(events, 'done')).toMatchObject({ complete: true });
    expect(countChats()).toBe(1);
  });
});

describe('--max-streams', () => {
  const origin = 'https://app.example';

  it('limits an origin, and lets it on when a stream has ended', async () => {
    await restart('--max-streams', '2', '--concurrency', '2', '--allow-origin', origin);
    ollama.tell(repeatsForever('a', 20));
    const [{ id }] = [await beginFrom('a'), await beginFrom('b')];
    const refused = await client.post({ text: 'c' }, { origin });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', retryable: true });
    await client.cancel(id);
    expect((await client.post({ text: 'c' }, { origin })).status).toBe(200);
  });

  const beginFrom = (text: string) => client.begin({ text, resume: true }, { origin });

  it('does not count local programs without a token or an origin', async () => {
    await restart('--max-streams', '1');
    ollama.tell(repeatsForever('a', 20));
    await client.begin({ resume: true, text: 'a' });
    expect((await client.post({ text: 'b' })).status).toBe(200);
  });
});

async function start(...flags: string[]): Promise<void> {
  server = await startTestServer(
    '--ollama-host',
    ollama.url,
    '--engine',
    'ollama',
    '--checks',
    'off',
    ...flags,
  );
  client = new StreamClient(server);
}

async function restart(...flags: string[]): Promise<void> {
  await server.stop();
  await start(...flags);
}

function countChats(): number {
  return ollama.requests.filter(({ path }) => path === '/api/chat').length;
}
