import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { translateResponseSchema } from '../../../shared/translate-response.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off');
});

beforeEach(() => {
  ollama.requests.length = 0;
  ollama.tell(answers(['x']));
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

const english = 'The weather was fine, and the whole family went out for a walk.';
const french = 'Le temps était beau et toute la famille est sortie se promener.';
const portuguese = 'O tempo estava bom e toda a família saiu para passear.';

describe('the source language', () => {
  it('is found out over the whole text, and for each segment where that is sure', async () => {
    const { events } = await readAll(await translate({ text: `${english} ${english}\n\n${french}\n\nOK` }));
    expect(getOnly(events, 'start').source).toBe('en');
    expect(listSegments(events).map(({ source }) => source)).toEqual(['en', 'fr', 'en']);
  });

  it('is und when nobody can know', async () => {
    const { events } = await readAll(await translate({ text: 'Zyx' }));
    expect(getOnly(events, 'start').source).toBe('und');
  });

  it('of a rest that shows none is that of what stands before it', async () => {
    const { events } = await readAll(await translate({ text: 'OK', context: { before: english } }));
    expect(getOnly(events, 'start').source).toBe('en');
  });

  it('is what the request says, whatever the text looks like', async () => {
    const { events } = await readAll(await translate({ text: french, source: 'en' }));
    expect(getOnly(events, 'start').source).toBe('en');
    expect(getOnly(events, 'segment').source).toBe('en');
  });
});

describe.each([
  ['numbers', '12,5 · 40 % — 2026-11-24'],
  ['a web address', 'https://example.com/a?b=c#d'],
  ['an e-mail address', 'someone@example.com'],
  ['code', '`npm ci && npm start`'],
  ['signs and emoji', '… → 🙂 👩‍👩‍👧‍👦 !'],
])('a text of nothing but %s', (_name, text) => {
  it('comes back as it is, at once, without a model call', async () => {
    const { events, text: translation } = await readAll(await translate({ text: ` ${text}\n` }));
    expect(translation).toBe(` ${text}\n`);
    expect(getOnly(events, 'segment')).toMatchObject({ status: 'unchanged', checks: [] });
    expect(getOnly(events, 'done')).toMatchObject({ complete: true, reason: 'stop' });
    expect(countCalls()).toBe(0);
  });

  it('is put to the model by the original interface all the same', async () => {
    await (await server.post('/translate_stream', { text, language_dst: 'pt' })).text();
    expect(countCalls()).toBe(1);
  });
});

describe('a text in the target language', () => {
  it.each([
    ['found out', portuguese, 'auto', 'pt'],
    ['found out, for a regional form', portuguese, 'auto', 'pt-BR'],
    ['given', 'Zyx', 'pt', 'pt'],
  ])('comes back unchanged with a note when it is %s', async (_name, text, source, target) => {
    const { events, text: translation } = await readAll(await translate({ text, source, target }));
    expect(translation).toBe(text);
    expect(getOnly(events, 'segment')).toMatchObject({
      status: 'unchanged',
      checks: [{ check: 'same_language', status: 'noted' }],
    });
    expect(countCalls()).toBe(0);
  });

  it.each([
    ['one regional form into another', portuguese, 'pt-PT', 'pt-BR'],
    ['a language given more broadly than the target', '這是一本關於歷史的書,寫得非常好。', 'zh', 'zh-Hans'],
    ['simplified into traditional characters', '这是一本关于历史的书,写得非常好。', 'auto', 'zh-Hant'],
  ])('is translated from %s', async (_name, text, source, target) => {
    await readAll(await translate({ text, source, target }));
    expect(countCalls()).toBe(1);
  });

  it('is put to the model by the original interface all the same', async () => {
    await (await server.post('/translate_stream', { text: portuguese, language_dst: 'pt' })).text();
    expect(countCalls()).toBe(1);
  });

  it('is only noted for its own paragraph', async () => {
    ollama.tell(answers(['Tudo bem?']));
    const { text } = await readAll(await translate({ text: `${portuguese}\n\n${english}` }));
    expect(text).toBe(`${portuguese}\n\nTudo bem?`);
  });
});

describe('the embedded models', () => {
  it('take each segment in its own language, and fail only those they have no pair for', async () => {
    const texts = ['How are you today?', french, 'I would like a cup of tea, please.', '42'];
    const response = await server.post(
      '/v1/translate',
      { texts, target: 'pt', engine: 'bergamot' },
      { accept: 'application/json' },
    );
    const answer = translateResponseSchema.parse(await response.json());
    expect(answer).toMatchObject({ complete: false, reason: 'failed' });
    const [first, second, third, fourth] = answer.translations;
    expect(first).toMatchObject({ text: 'Como você está hoje?', source: 'en', complete: true });
    expect(second).toMatchObject({ source: 'fr', error: { code: 'unsupported_language' } });
    expect(third).toMatchObject({ source: 'en', complete: true });
    expect(fourth).toMatchObject({ text: '42', complete: true });
  });

  it.each([
    ['no segment has a pair', { text: french, target: 'pt' }],
    ['the given source has none', { text: english, source: 'fr', target: 'pt' }],
    ['the target has none', { text: english, target: 'ja' }],
  ])('are refused before the stream when %s', async (_name, body) => {
    const response = await server.post('/v1/translate', { ...body, engine: 'bergamot' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'unsupported_language' });
  });
});

function translate(body: object): Promise<Response> {
  return server.post('/v1/translate', { target: 'pt', ...body });
}

function countCalls(): number {
  return ollama.requests.filter(({ path }) => path === '/api/chat').length;
}

function listSegments(events: Awaited<ReturnType<typeof readAll>>['events']) {
  return events.flatMap(({ event, data }) => (event === 'segment' ? [data] : []));
}
