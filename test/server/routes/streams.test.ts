import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, readEvents, startTestServer, type TestServer } from '../start-test-server.ts';

const tokens = ['Um', ' dois', ' três', ' quatro'];
const whole = tokens.join('');

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: answers(tokens, { tokenMs: 20 }) });
  server = await start();
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

describe('going on with a stream', () => {
  it('replays from the start, then goes on live', async () => {
    const { id } = await begin({ resume: true });
    const { text, events } = await readAll(await go(id));
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
      const answers = [await go(id, { headers }), await go(`${id}?after=${after}`)];
      expect(await Promise.all(answers.map((each) => each.text()))).toEqual(
        [missing, missing].map((parts) => parts.join('')),
      );
    }
  });

  it('answers 204 when a stream has ended and nothing is left', async () => {
    const { events, id } = await translate();
    const response = await go(id, { headers: { 'last-event-id': `${id}:${events.length}` } });
    expect(response.status).toBe(204);
    expect(await response.text()).toBe('');
  });

  it('answers 410 for a stream that it does not know', async () => {
    const response = await go('AAAAAAAAAAAAAAAAAAAAAA');
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
    const { id } = await translate();
    const response = await go(`${id}${query}`, { headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_request', errors: [{}] });
  });

  it('lets several read the same stream', async () => {
    const { id } = await begin({ resume: true });
    const readers = await Promise.all([go(id), go(id), go(id)]);
    const texts = await Promise.all(readers.map(async (reader) => (await readAll(reader)).text));
    expect(texts).toEqual([whole, whole, whole]);
    expect(countChats()).toBe(1);
  });
});

describe('a reader who leaves', () => {
  it('takes the model along at once when nothing is to be resumed', async () => {
    ollama.tell(repeatsForever('a', 20));
    const { id } = await begin();
    const chat = await ollama.received('/api/chat');
    await chat.over;
    const { events } = await readAll(await go(id));
    expect(getOnly(events, 'done')).toMatchObject({ reason: 'cancelled' });
  });

  it('leaves the model at work for --grace, then it stops', async () => {
    await restart('--grace', '300ms');
    ollama.tell(repeatsForever('a', 20));
    const { id } = await begin({ resume: true });
    const chat = await ollama.received('/api/chat');
    const before = chat.tokensWritten;
    await chat.over;
    expect(chat.tokensWritten).toBeGreaterThan(before + 5);
    const { events } = await readAll(await go(id));
    expect(getOnly(events, 'done')).toMatchObject({ reason: 'cancelled' });
  });

  it('who comes back in time finds the whole text, of one run of the model', async () => {
    const { id, lastEventId } = await begin({ resume: true });
    const { events } = await readAll(await go(id, { headers: { 'last-event-id': lastEventId } }));
    expect(events.some(({ event }) => event === 'start')).toBe(false);
    expect(getOnly(events, 'done')).toMatchObject({ complete: true });
    expect(countChats()).toBe(1);
  });
});

describe('an Idempotency-Key', () => {
  it('joins the running stream', async () => {
    const { id } = await begin({ resume: true }, 'key-1');
    const joined = await translate({ resume: true }, 'key-1');
    expect(joined).toMatchObject({ id, text: whole });
    expect(countChats()).toBe(1);
  });

  it('joins also when both requests come at the same moment', async () => {
    const [first, second] = await Promise.all([translate({}, 'key-1'), translate({}, 'key-1')]);
    expect(first.id).toBe(second.id);
    expect(countChats()).toBe(1);
  });

  it('replays a stream that ended whole, as events and as one document', async () => {
    const first = await translate({}, 'key-1');
    const again = await translate({}, 'key-1');
    expect(again).toEqual(first);
    const document = await post({}, 'key-1', 'application/json');
    expect(await document.json()).toMatchObject({ complete: true, translations: [{ text: whole }] });
    expect(countChats()).toBe(1);
  });

  it('begins anew after a stream that did not end whole', async () => {
    ollama.tell(repeatsForever('a', 20));
    const { id } = await begin({}, 'key-1');
    await (
      await ollama.received('/api/chat')
    ).over;
    await readAll(await go(id));
    ollama.tell(answers(tokens));
    const second = await translate({}, 'key-1');
    expect(second.text).toBe(whole);
    expect(second.id).not.toBe(id);
  });

  it('refuses another request under the same key', async () => {
    await translate({}, 'key-1');
    const response = await post({ target: 'de' }, 'key-1');
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'Idempotency-Key' }],
    });
  });

  it.each([
    ['with a space', 'a b'],
    ['without a character', ''],
    ['too long', 'k'.repeat(201)],
  ])('is refused %s', async (_name, key) => {
    expect((await post({}, key)).status).toBe(400);
  });
});

describe('identical requests that run at the same time', () => {
  it('share one run of the model and have streams of their own', async () => {
    const both = await Promise.all([translate(), translate()]);
    expect(both.map(({ text }) => text)).toEqual([whole, whole]);
    expect(both[0].id).not.toBe(both[1].id);
    expect(countChats()).toBe(1);
  });

  it('go on for one when the other is cancelled, and end with the last', async () => {
    ollama.tell(repeatsForever('a', 20));
    const [first, second] = [await begin({ resume: true }), await begin({ resume: true })];
    const chat = await ollama.received('/api/chat');
    await cancel(first.id);
    const { events } = await readAll(await go(first.id));
    expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'cancelled' });
    expect(chat.clientGone).toBe(false);
    await cancel(second.id);
    await chat.over;
    expect(chat.clientGone).toBe(true);
    expect(countChats()).toBe(1);
  });

  it('do not share when they ask for different things', async () => {
    await Promise.all([translate(), translate({ formality: 'more' })]);
    expect(countChats()).toBe(2);
  });
});

describe('--max-streams', () => {
  const origin = 'https://app.example';

  it('limits an origin, and lets it on when a stream has ended', async () => {
    await restart('--max-streams', '2', '--allow-origin', origin);
    ollama.tell(repeatsForever('a', 20));
    const ids = [await beginFrom(origin, 'a'), await beginFrom(origin, 'b')];
    const refused = await postFrom(origin, 'c');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too_many_requests', retryable: true });
    await cancel(ids[0] ?? '');
    await readAll(await go(ids[0] ?? ''));
    expect((await postFrom(origin, 'c')).status).toBe(200);
  });

  it('does not count local programs without a token or an origin', async () => {
    await restart('--max-streams', '1');
    ollama.tell(repeatsForever('a', 20));
    await begin({ resume: true, text: 'a' });
    expect((await post({ text: 'b' })).status).toBe(200);
  });
});

function start(...flags: string[]): Promise<TestServer> {
  return startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off', ...flags);
}

async function restart(...flags: string[]): Promise<void> {
  await server.stop();
  server = await start(...flags);
}

function post(more: object = {}, key?: string, accept = '*/*'): Promise<Response> {
  return fetch(`${server.url}/v1/translate`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body: JSON.stringify({ text: 'one', target: 'pt', ...more }),
  });
}

function postFrom(origin: string, text: string): Promise<Response> {
  return fetch(`${server.url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ text, target: 'pt', resume: true }),
  });
}

async function beginFrom(origin: string, text: string): Promise<string> {
  for await (const { event, data } of readEvents(await postFrom(origin, text)))
    if (event === 'start') return data.id;
  throw new Error('The stream has no start.');
}

async function translate(more: object = {}, key?: string) {
  const read = await readAll(await post(more, key));
  return { ...read, id: getOnly(read.events, 'start').id };
}

/** A stream whose reader left at the first text. */
async function begin(more: object = {}, key?: string): Promise<{ id: string; lastEventId: string }> {
  const answer = await post(more, key);
  const reader = answer.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (!/^event: delta\n[^]*?\n\n/m.test(text))
    text += decoder.decode((await reader?.read())?.value, { stream: true });
  await reader?.cancel();
  const ids = [...text.matchAll(/^id: (?<id>.*)$/gm)].map((match) => match.groups?.['id'] ?? '');
  return { id: readId(text), lastEventId: ids.at(-1) ?? '' };
}

function readId(text: string): string {
  return /^id: (?<id>[\w-]+):1$/m.exec(text)?.groups?.['id'] ?? '';
}

function go(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/v1/streams/${path}`, init);
}

async function cancel(id: string): Promise<void> {
  expect((await go(id, { method: 'DELETE' })).status).toBe(204);
}

function countChats(): number {
  return ollama.requests.filter(({ path }) => path === '/api/chat').length;
}
