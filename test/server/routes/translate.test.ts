import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEventStream } from '../../../shared/event-stream-reader.ts';
import { translateResponseSchema } from '../../../shared/translate-response.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url);
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

it('streams start, status, delta, segment and done, with ids that count from 1', async () => {
  ollama.tell(answers(['Olá', ', mundo']));
  const response = await server.post('/v1/translate', { text: 'Hello, world', target: 'pt' });
  const names: string[] = [];
  const ids: string[] = [];
  for await (const { type, lastEventId } of readEventStream(response.body ?? failWithoutBody())) {
    names.push(type);
    ids.push(lastEventId.split(':')[1] ?? '');
  }
  expect(names).toEqual(['start', 'status', 'status', 'delta', 'delta', 'segment', 'done']);
  expect(ids).toEqual(['1', '2', '3', '4', '5', '6', '7']);
});

it('sends the headers of a stream that no proxy may hold back', async () => {
  const { headers, body } = await server.post('/v1/translate', { text: 'a', target: 'pt' });
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  await body?.cancel();
});

it('says in the start which engine, model and languages were chosen, and how the text was cut', async () => {
  ollama.tell(answers(['x']));
  const { events } = await readAll(
    await server.post('/v1/translate', { text: 'One.\n\nTwo.', target: 'pt' }),
  );
  expect(getOnly(events, 'start')).toMatchObject({
    engine: 'ollama',
    model: 'qwen3:8b',
    source: 'und',
    target: 'pt',
    segments: [
      { text: 0, start: 0, end: 6 },
      { text: 0, start: 6, end: 10 },
    ],
  });
});

it('keeps the white space around and between paragraphs as it was', async () => {
  ollama.tell(answers([' \nOla ', '\n']));
  const { text } = await readAll(
    await server.post('/v1/translate', { text: '\t One.\r\n \r\nTwo. \n', target: 'pt' }),
  );
  expect(text).toBe('\t Ola\r\n \r\nOla \n');
});

it('gives blank and empty texts back as they are, without asking the engine', async () => {
  const before = ollama.requests.length;
  const response = await server.post(
    '/v1/translate',
    { texts: ['', ' \n'], target: 'pt', engine: 'ollama' },
    { accept: 'application/json' },
  );
  const { translations } = translateResponseSchema.parse(await response.json());
  expect(translations).toMatchObject([
    { text: '', source: 'und', complete: true },
    { text: ' \n', complete: true },
  ]);
  expect(ollama.requests.slice(before).filter(({ path }) => path === '/api/chat')).toEqual([]);
});

it('answers one JSON document to who prefers it, the texts in their order', async () => {
  ollama.tell(
    answers(({ messages }) => [
      /=\n(?<text>.*)\n=/s.exec(messages?.[1]?.content ?? '')?.groups?.text?.toUpperCase() ?? '',
    ]),
  );
  const response = await server.post(
    '/v1/translate',
    { texts: ['one', 'two'], target: 'pt' },
    { accept: 'application/json' },
  );
  const answer = translateResponseSchema.parse(await response.json());
  expect(answer.translations.map(({ text }) => text)).toEqual(['ONE', 'TWO']);
  expect(answer).toMatchObject({
    engine: 'ollama',
    complete: true,
    reason: 'stop',
    usage: { characters: 6 },
  });
});

it('answers a stream to who accepts anything, and to who prefers a stream', async () => {
  ollama.tell(answers(['x']));
  for (const accept of ['*/*', 'text/event-stream', 'text/event-stream, application/json;q=0.5']) {
    const response = await server.post('/v1/translate', { text: 'a', target: 'pt' }, { accept });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await response.body?.cancel();
  }
});

it('lists the options that the engine cannot follow', async () => {
  ollama.tell(answers(['x']));
  const options = { formality: 'more', glossary: [], priority: 'batch', resume: true };
  const body = { text: 'a', target: 'pt', engine: 'bergamot', ...options };
  const { events } = await readAll(await server.post('/v1/translate', body));
  expect(getOnly(events, 'start').ignored).toEqual(['formality', 'glossary']);
});

it('counts tokens and time', async () => {
  ollama.tell(answers(['a', 'b', 'c'], { done: { prompt_eval_count: 50, eval_count: 3 } }));
  const { events } = await readAll(await server.post('/v1/translate', { text: 'abc', target: 'pt' }));
  const { usage, timing } = getOnly(events, 'done');
  expect(usage).toMatchObject({ inputTokens: 50, outputTokens: 3, characters: 3 });
  expect(timing.totalMs).toBeGreaterThanOrEqual(timing.firstTokenMs);
});

it('takes the embedded engine when Ollama lacks the model', async () => {
  const { events, text } = await readAll(
    await server.post('/v1/translate', { text: 'How are you today?', target: 'pt', model: 'not-installed' }),
  );
  expect(getOnly(events, 'start')).toMatchObject({ engine: 'bergamot', source: 'en', ignored: ['model'] });
  expect(text).toBe('Como você está hoje?');
});

it('says before the stream that a language is not to be had, and which are', async () => {
  const response = await server.post('/v1/translate', { text: 'a', target: 'ja', engine: 'bergamot' });
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: 'unsupported_language',
    hint: expect.stringContaining('en → pt') as string,
  });
});

function failWithoutBody(): never {
  throw new Error('The answer has no body.');
}
