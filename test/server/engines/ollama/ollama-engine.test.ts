import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import * as misfortunes from '../../../fakes/ollama-misfortunes.ts';
import { collect, createCall, type Outcome } from './collect-events.ts';
import { createEngine } from './create-engine.ts';

let fake: FakeOllama;
let engine: Engine;

beforeEach(async () => {
  fake = await startFakeOllama();
  engine = createEngine(fake.url);
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

function translate(signal = new AbortController().signal): Promise<Outcome> {
  return collect(engine.translate(createCall(), signal));
}

/** What breaks careless readers: white space at the edges, every line break, NUL, joined emoji, frame words, thinking tags. */
const awkward = [
  ' Olá',
  '\n',
  '\n\n ',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\0',
  '日本',
  '👩‍👩‍👧',
  'data: x',
  '[[END]]',
  '<think>',
  'fim ',
];
const ordinary = ['Olá', ',', ' mundo'];

test('a call tells its phase, streams token by token and ends with what it took', async () => {
  fake.tell(answers(ordinary));
  const { events } = await translate();
  expect(events).toEqual([
    { type: 'phase', phase: 'loading' },
    ...ordinary.map((text) => ({ type: 'text', text })),
    { type: 'end', reason: 'stop', usage: { inputTokens: 48, outputTokens: 3, loadMs: 30 } },
  ]);
});

test('a model that is in memory is not loading but reading', async () => {
  const first = await translate();
  const second = await translate();
  expect([first.phases, second.phases]).toEqual([['loading'], ['reading']]);
});

test('the model is found in memory under its full name', async () => {
  await Promise.all([engine.close(), fake.close()]);
  fake = await startFakeOllama({
    models: ['smollm2:latest'],
    loaded: ['smollm2:latest'],
    behaviour: answers(['Oi']),
  });
  engine = createEngine(fake.url);
  const { phases } = await collect(
    engine.translate(createCall({ model: 'SmolLM2' }), new AbortController().signal),
  );
  expect(phases).toEqual(['reading']);
});

test('the request asks for no thinking, no silent cuts, one context size and bounded output', async () => {
  await translate();
  const request = await fake.received('/api/chat');
  expect(request.body).toEqual({
    model: 'qwen3:8b',
    messages: [
      { role: 'system', content: expect.any(String) as string },
      { role: 'user', content: expect.stringContaining('How are you today?') as string },
    ],
    stream: true,
    think: false,
    truncate: false,
    shift: false,
    keep_alive: 1_800,
    options: { num_ctx: 8_192, num_predict: 328, temperature: 0.2 },
  });
});

test.each([
  ['byte by byte', misfortunes.tricklesBytes(awkward)],
  ['with every character split', misfortunes.splitsCharacters(awkward)],
  ['with all lines in one write', misfortunes.joinsLines(awkward)],
  ['with every line cut over two writes', misfortunes.cutsLines(awkward)],
  ['a line a write', answers(awkward)],
])('the text is exact when the answer comes %s', async (_, behaviour) => {
  fake.tell(behaviour);
  const { events, reason } = await translate();
  expect(events.flatMap((event) => (event.type === 'text' ? [event.text] : []))).toEqual(awkward);
  expect(reason).toBe('stop');
});

test('thinking in its own field is counted and never text', async () => {
  fake.tell(answers(['Olá'], { thoughts: ['Hm', ' hello?'] }));
  const { text, thoughtChars } = await translate();
  expect([text, thoughtChars]).toEqual(['Olá', 9]);
});

test('an answer that reached its length limit says so', async () => {
  fake.tell(misfortunes.reachesLengthLimit(ordinary));
  expect(await translate()).toMatchObject({ text: 'Olá, mundo', reason: 'length', error: undefined });
});

test.each([
  ['only thinks', misfortunes.onlyThinks(['Hm', '…']), 3],
  ['answers nothing', answers([]), 0],
])('a model that %s ends without any text', async (_, behaviour, thoughtChars) => {
  fake.tell(behaviour);
  expect(await translate()).toMatchObject({ text: '', thoughtChars, reason: 'stop', error: undefined });
});

test('numbers that a server leaves out are left out', async () => {
  const unknown = { prompt_eval_count: undefined, eval_count: undefined, load_duration: undefined };
  fake.tell(answers(['Olá'], { done: unknown }));
  const { events } = await translate();
  expect(events.at(-1)).toEqual({ type: 'end', reason: 'stop', usage: {} });
});

test.each([
  ['lacks the model', misfortunes.lacksModel('qwen3:8b'), '', 'model_not_found', 'ollama pull qwen3:8b'],
  ['fails with 500', misfortunes.fails(500, 'boom'), '', 'engine_error', 'log of Ollama'],
  [
    'dies halfway',
    misfortunes.diesHalfway(ordinary),
    'Olá, mundo',
    'engine_incomplete',
    'closed the connection',
  ],
  [
    'ends without done',
    misfortunes.endsWithoutDone(ordinary),
    'Olá, mundo',
    'engine_incomplete',
    'repeats itself',
  ],
  [
    'sends an error line',
    misfortunes.sendsErrorLine(ordinary, 'boom'),
    'Olá, mundo',
    'engine_error',
    'Try again',
  ],
  [
    'sends a line that is no JSON',
    misfortunes.sendsInvalidLine(ordinary, '{"mess'),
    'Olá, mundo',
    'engine_error',
    'protocol',
  ],
  [
    'sends a line of another shape',
    misfortunes.sendsInvalidLine([], '{"message":"Olá"}'),
    '',
    'engine_error',
    'protocol',
  ],
  ['sends null', misfortunes.sendsInvalidLine([], 'null'), '', 'engine_error', 'protocol'],
  [
    'never ends a line',
    misfortunes.sendsInvalidLine([], 'x'.repeat(1_000_001)),
    '',
    'engine_error',
    'protocol',
  ],
  ['answers HTML', misfortunes.answersHtml(), '', 'engine_error', 'OLLAMA_HOST'],
  ['answers 404 in HTML', misfortunes.answersHtml(404), '', 'engine_error', 'OLLAMA_HOST'],
  [
    'has no such route',
    misfortunes.answersText(404, '404 page not found', 'text/plain'),
    '',
    'engine_error',
    'OLLAMA_HOST',
  ],
  ['cuts the prompt', misfortunes.cutsPrompt(ordinary), 'Olá, mundo', 'engine_incomplete', '--num-ctx'],
  ['resets before the headers', misfortunes.resetsBeforeHeaders(), '', 'engine_unavailable', 'ollama serve'],
])('an Ollama that %s gives what it said and then fails with what to do', async (...given) => {
  const [, behaviour, text, code, advice] = given;
  fake.tell(behaviour);
  const outcome = await translate();
  expect(outcome).toMatchObject({ text, code, reason: undefined });
  expect(outcome.sentences).toContain(advice);
});

test('a connection that is reset halfway leaves the answer incomplete', async () => {
  fake.tell(misfortunes.resetsHalfway(ordinary));
  expect((await translate()).code).toBe('engine_incomplete');
});

test('a server that is down is unavailable, and the way to start it is said', async () => {
  await fake.close();
  const { code, sentences } = await translate();
  expect(code).toBe('engine_unavailable');
  expect(sentences).toContain(fake.url);
  expect(sentences).toContain('ollama serve');
});

test('a redirect is not followed', async () => {
  const other = await startFakeOllama();
  fake.tell(misfortunes.redirects(`${other.url}/api/chat`));
  const { code } = await translate();
  expect([code, other.requests]).toEqual(['engine_error', []]);
  await other.close();
});

test.each([
  ['first-token', misfortunes.stallsBeforeHeaders(), ''],
  ['stall', misfortunes.stallsMidStream(ordinary), 'Olá, mundo'],
])(
  'an Ollama that falls silent is given up after the %s timeout, and the connection closed',
  async (flag, behaviour, text) => {
    await engine.close();
    engine = createEngine(fake.url, { firstTokenTimeoutMs: 300, stallTimeoutMs: 300 });
    fake.tell(behaviour);
    const outcome = await translate();
    const request = await fake.received('/api/chat');
    await request.over;
    expect(outcome).toMatchObject({ text, code: 'timeout' });
    expect(outcome.sentences).toContain(`--${flag}-timeout`);
    expect(request.clientGone).toBe(true);
  },
);

test('a busy Ollama is asked again, in phase queued, until it answers', async () => {
  fake.tell(misfortunes.busyTimes(2, answers(ordinary)));
  const { text, phases, error } = await translate();
  expect([text, error]).toEqual(['Olá, mundo', undefined]);
  expect(phases).toEqual(['loading', 'queued', 'loading', 'queued', 'loading']);
});

test('an Ollama that stays busy is given up after six tries', async () => {
  fake.tell(misfortunes.busyTimes(6, answers(ordinary)));
  const { code, sentences } = await translate();
  expect(code).toBe('engine_error');
  expect(sentences).toContain('busy');
  expect(fake.requests.filter(({ path }) => path === '/api/chat')).toHaveLength(6);
});

test('what Ollama says in an error goes no further, since it may quote the text', async () => {
  fake.tell(misfortunes.sendsErrorLine([], 'cannot read "my secret diary"'));
  const { error, sentences } = await translate();
  expect(sentences).not.toContain('diary');
  expect((error as Error).cause).toBeUndefined();
});

test('nothing is printed, whatever Ollama answers', async () => {
  const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  for (const behaviour of [misfortunes.sendsInvalidLine([], 'my secret'), misfortunes.answersHtml(500)]) {
    fake.tell(behaviour);
    await translate();
  }
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test('the engine goes on without knowing what is in memory', async () => {
  fake.tell(misfortunes.fails(500, 'boom'), '/api/ps');
  const { text, phases } = await translate();
  expect([text, phases]).toEqual(['Olá, mundo!', ['reading']]);
});
