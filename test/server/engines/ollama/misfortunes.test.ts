import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import * as misfortunes from '../../../fakes/ollama-misfortunes.ts';
import { collect, createCall, type Outcome } from '../collect-events.ts';
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

function translate(): Promise<Outcome> {
  return collect(engine.translate(createCall(), new AbortController().signal));
}

const ordinary = ['Olá', ',', ' mundo'];

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
