import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { readAll, startTestServer, type TestServer } from '../start-test-server.ts';
import { StreamClient } from './stream-client.ts';

const tokens = ['Um', ' dois', ' três', ' quatro'];
const whole = tokens.join('');

let ollama: FakeOllama;
let server: TestServer;
let client: StreamClient;

beforeEach(async () => {
  ollama = await startFakeOllama({ behaviour: answers(tokens, { tokenMs: 20 }) });
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off');
  client = new StreamClient(server);
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

describe('an Idempotency-Key', () => {
  const key = { 'idempotency-key': 'key-1' };

  it('joins the running stream', async () => {
    const { id } = await client.begin({ resume: true }, key);
    const joined = await client.translate({ resume: true }, key);
    expect(joined).toMatchObject({ id, text: whole });
    expect(countChats()).toBe(1);
  });

  it('joins also when both requests come at the same moment', async () => {
    const [first, second] = await Promise.all([client.translate({}, key), client.translate({}, key)]);
    expect(first.id).toBe(second.id);
    expect(countChats()).toBe(1);
  });

  it('replays a stream that ended whole, as events and as one document', async () => {
    const first = await client.translate({}, key);
    const again = await client.translate({}, key);
    expect(again).toEqual(first);
    const document = await client.post({}, { ...key, accept: 'application/json' });
    expect(await document.json()).toMatchObject({ complete: true, translations: [{ text: whole }] });
    expect(countChats()).toBe(1);
  });

  it('begins anew after a stream that did not end whole', async () => {
    ollama.tell(repeatsForever('a', 20));
    const { id } = await client.begin({}, key);
    await (
      await ollama.received('/api/chat')
    ).over;
    await readAll(await client.go(id));
    ollama.tell(answers(tokens));
    const second = await client.translate({}, key);
    expect(second.text).toBe(whole);
    expect(second.id).not.toBe(id);
  });

  it('refuses another request under the same key', async () => {
    await client.translate({}, key);
    const response = await client.post({ target: 'de' }, key);
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
  ])('is refused %s', async (_name, wrong) => {
    expect((await client.post({}, { 'idempotency-key': wrong })).status).toBe(400);
  });
});

describe('identical requests that run at the same time', () => {
  it('share one run of the model and have streams of their own', async () => {
    const both = await Promise.all([client.translate(), client.translate()]);
    expect(both.map(({ text }) => text)).toEqual([whole, whole]);
    expect(both[0].id).not.toBe(both[1].id);
    expect(countChats()).toBe(1);
  });

  it('go on for one when the other is cancelled, and end with the last', async () => {
    ollama.tell(repeatsForever('a', 20));
    const [first, second] = [await client.begin({ resume: true }), await client.begin({ resume: true })];
    const chat = await ollama.received('/api/chat');
    expect(await client.cancel(first.id)).toMatchObject({ complete: false, reason: 'cancelled' });
    expect(chat.clientGone).toBe(false);
    await client.cancel(second.id);
    await chat.over;
    expect(chat.clientGone).toBe(true);
    expect(countChats()).toBe(1);
  });

  it('do not share when they ask for different things', async () => {
    await Promise.all([client.translate(), client.translate({ formality: 'more' })]);
    expect(countChats()).toBe(2);
  });
});

function countChats(): number {
  return ollama.requests.filter(({ path }) => path === '/api/chat').length;
}
