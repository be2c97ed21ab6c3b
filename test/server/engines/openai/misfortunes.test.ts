import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import * as common from '../../../fakes/ollama-misfortunes.ts';
import { streams } from '../../../fakes/openai-answers.ts';
import * as misfortunes from '../../../fakes/openai-misfortunes.ts';
import { collect, type Outcome } from '../collect-events.ts';
import { createEngine, createPromptCall } from './create-engine.ts';

let fake: FakeOpenai;
let engine: Engine;

beforeEach(async () => {
  fake = await startFakeOpenai();
  engine = createEngine(fake.url);
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

function translate(): Promise<Outcome> {
  return collect(engine.translate(createPromptCall(), new AbortController().signal));
}

const ordinary = ['Olá', ',', ' mundo'];
const said = 'Olá, mundo';
const noModel = {
  object: 'error',
  message: 'The model `x` does not exist.',
  type: 'NotFoundError',
  code: 404,
};

test.each([
  [
    'lacks the model',
    misfortunes.refuses(404, 'The model `x` does not exist.'),
    '',
    'model_not_found',
    '--model',
  ],
  ['lacks the model, as older vLLM', common.answersJson(404, noModel), '', 'model_not_found', '--model'],
  ['lacks the model, as Ollama', common.lacksModel('x'), '', 'model_not_found', '--model'],
  ['has no such route', common.answersJson(404, { detail: 'Not Found' }), '', 'engine_error', '/v1'],
  ['answers 404 in HTML', common.answersHtml(404), '', 'engine_error', '/v1'],
  ['answers HTML', common.answersHtml(), '', 'engine_error', '/v1'],
  ['answers JSON of another kind', common.answersJson(200, ['Olá']), '', 'engine_error', '/v1'],
  ['allows no POST', misfortunes.refuses(405, 'Method Not Allowed'), '', 'engine_error', '/v1'],
  ['wants a key', misfortunes.refuses(401, 'Unauthorized'), '', 'engine_error', 'OPENAI_API_KEY'],
  ['wants another key', misfortunes.refuses(403, 'Forbidden'), '', 'engine_error', 'OPENAI_API_KEY'],
  ['refuses the request', misfortunes.refuses(400, 'bad request'), '', 'engine_error', 'HTTP 400'],
  ['says only a word with its refusal', common.fails(400, 'no'), '', 'engine_error', 'HTTP 400'],
  ['fails with 500', misfortunes.refuses(500, 'boom'), '', 'engine_error', 'its log'],
  ['lacks memory', misfortunes.refuses(500, 'CUDA out of memory'), '', 'engine_error', 'smaller model'],
  ['answers 200 with an error', common.answersJson(200, { error: 'boom' }), '', 'engine_error', 'its log'],
  [
    'sends an error',
    misfortunes.sendsError(ordinary, { error: { message: 'boom' } }),
    said,
    'engine_error',
    'its log',
  ],
  [
    'sends an error in one word',
    misfortunes.sendsError(ordinary, { error: 'boom' }),
    said,
    'engine_error',
    'its log',
  ],
  [
    'sends an error, as older vLLM',
    misfortunes.sendsError(ordinary, noModel),
    said,
    'engine_error',
    'its log',
  ],
  ['sends an error event', misfortunes.sendsErrorEvent(ordinary, 'boom'), said, 'engine_error', 'its log'],
  ['sends what is no JSON', misfortunes.sendsData(ordinary, '{"mess'), said, 'engine_error', '/v1'],
  ['sends another shape', misfortunes.sendsData(ordinary, '{"choices":"Olá"}'), said, 'engine_error', '/v1'],
  ['sends null', misfortunes.sendsData([], 'null'), '', 'engine_error', '/v1'],
  ['never ends a line', misfortunes.neverEndsLine(), '', 'engine_error', '/v1'],
  ['ends without a reason', misfortunes.endsWithoutFinish(ordinary), said, 'engine_incomplete', 'its log'],
  ['is cut', misfortunes.breaksMidAnswer(ordinary, 'cut'), said, 'engine_incomplete', 'still runs'],
  [
    'filters the answer',
    streams(ordinary, { finish: 'content_filter' }),
    said,
    'engine_incomplete',
    'another model',
  ],
  ['wants to call a tool', streams([], { finish: 'tool_calls' }), '', 'engine_error', 'another model'],
  ['breaks off', streams(ordinary, { finish: 'abort' }), said, 'engine_incomplete', 'its log'],
  [
    'ends for a reason of its own',
    streams(ordinary, { finish: 'constructor' }),
    said,
    'engine_incomplete',
    'its log',
  ],
  ['resets before the headers', common.resetsBeforeHeaders(), '', 'engine_unavailable', '--openai-base-url'],
])('a server that %s gives what it said and then fails with what to do', async (...given) => {
  const [, behaviour, text, code, advice] = given;
  fake.tell(behaviour);
  const outcome = await translate();
  expect(outcome).toMatchObject({ text, code, reason: undefined });
  expect(outcome.sentences).toContain(advice);
});

test('a connection that is reset halfway leaves the answer incomplete', async () => {
  fake.tell(misfortunes.breaksMidAnswer(ordinary, 'reset'));
  expect((await translate()).code).toBe('engine_incomplete');
});

test('a server that is down is unavailable, and where it was looked for is said', async () => {
  await fake.close();
  const { code, sentences } = await translate();
  expect(code).toBe('engine_unavailable');
  expect(sentences).toContain(fake.url);
});

test('a redirect is not followed', async () => {
  const other = await startFakeOpenai();
  fake.tell(common.redirects(`${other.url}/chat/completions`));
  const { code } = await translate();
  expect([code, other.requests]).toEqual(['engine_error', []]);
  await other.close();
});

test.each([
  ['says nothing', 'first-token', common.stallsBeforeHeaders(), ''],
  ['sends pings but no token', 'first-token', misfortunes.onlyPings(50), ''],
  ['falls silent', 'stall', misfortunes.stallsMidAnswer(ordinary), said],
])('a server that %s is given up after the %s timeout, and the connection closed', async (...given) => {
  const [, flag, behaviour, text] = given;
  await engine.close();
  engine = createEngine(fake.url, { firstTokenTimeoutMs: 300, stallTimeoutMs: 300 });
  fake.tell(behaviour);
  const outcome = await translate();
  const request = await fake.received();
  await request.over;
  expect(outcome).toMatchObject({ text, code: 'timeout' });
  expect(outcome.sentences).toContain(`--${flag}-timeout`);
  expect(request.clientGone).toBe(true);
});

test.each([429, 503])('a server that is busy with %d is asked again, in phase queued', async (status) => {
  let refusals = 0;
  fake.tell(async (exchange) => {
    refusals += 1;
    await (refusals <= 2 ? misfortunes.refuses(status, 'busy') : streams(ordinary))(exchange);
  });
  const { text, phases, error } = await translate();
  expect([text, error]).toEqual([said, undefined]);
  expect(phases).toEqual(['reading', 'queued', 'reading', 'queued', 'reading']);
});

test('a server that stays busy is given up after six tries', async () => {
  fake.tell(misfortunes.refuses(503, 'Loading model'));
  const { code, sentences } = await translate();
  expect(code).toBe('engine_error');
  expect(sentences).toContain('busy');
  expect(fake.listChats()).toHaveLength(6);
});

test.each(['silence', 'cut', 'reset'] as const)(
  'an answer that said why it ended is whole, though %s follows',
  async (then) => {
    fake.tell(misfortunes.saysFinishThen(ordinary, then));
    expect(await translate()).toMatchObject({ text: said, reason: 'stop', error: undefined });
    const request = await fake.received();
    await request.over;
  },
);

test.each([
  ['a message', misfortunes.refuses(400, 'cannot read "my secret diary"')],
  ['a failure', misfortunes.refuses(500, 'cannot read "my secret diary"')],
  ['an error in mid-stream', misfortunes.sendsError([], { error: { message: 'my secret diary' } })],
  ['a reason to end', streams([], { finish: 'my secret diary' })],
  ['a page', common.answersText(404, 'no model for my secret diary', 'text/plain')],
])('what the server says in %s goes no further, since it may quote the text', async (_, behaviour) => {
  const printed = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  fake.tell(behaviour);
  const { error, sentences } = await translate();
  expect(sentences).not.toContain('diary');
  expect((error as Error).cause).toBeUndefined();
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
