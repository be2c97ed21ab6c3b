import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import type { Behaviour } from '../../fakes/ollama-exchange.ts';
import {
  diesHalfway,
  endsWithoutDone,
  fails,
  lacksModel,
  reachesLengthLimit,
  resetsBeforeHeaders,
  sendsErrorLine,
  sendsInvalidLine,
  stallsBeforeHeaders,
} from '../../fakes/ollama-misfortunes.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer(
    '--ollama-host',
    ollama.url,
    '--engine',
    'ollama',
    '--first-token-timeout',
    '1s',
  );
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

const segmentFailures: [string, Behaviour, ErrorCode, 'cut' | 'failed'][] = [
  ['an error line in mid-stream', sendsErrorLine(['Ol'], 'the runner stopped'), 'engine_error', 'cut'],
  ['a connection that breaks in mid-stream', diesHalfway(['Ol']), 'engine_incomplete', 'cut'],
  ['an end without done', endsWithoutDone(['Ol']), 'engine_incomplete', 'cut'],
  ['a line that is no JSON', sendsInvalidLine(['Ol'], '<html>'), 'engine_error', 'cut'],
  ['a 500', fails(500, 'the runner could not start'), 'engine_error', 'failed'],
  ['no answer at all', stallsBeforeHeaders(), 'timeout', 'failed'],
  ['an empty answer', answers([]), 'engine_incomplete', 'failed'],
];

it.each(segmentFailures)(
  'ends a segment with %s as its error and goes on',
  async (_name, behaviour, code, status) => {
    ollama.tell(behaviour);
    const { events, text } = await readAll(await translate('One.\n'));
    expect(getOnly(events, 'segment')).toMatchObject({ status, error: { code } });
    expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'failed' });
    expect(text).toBe(status === 'cut' ? 'Ol\n' : '\n');
  },
);

const streamFailures: [string, Behaviour, ErrorCode, RegExp][] = [
  ['a missing model', lacksModel('qwen3:8b'), 'model_not_found', /ollama pull qwen3:8b/],
  ['a reset before the headers', resetsBeforeHeaders(), 'engine_unavailable', /ollama serve/],
];

it.each(streamFailures)('ends the stream with %s as its error', async (_name, behaviour, code, advice) => {
  ollama.tell(behaviour);
  const { events } = await readAll(await translate('One.\n\nTwo.'));
  const error = getOnly(events, 'error');
  expect(error).toMatchObject({ code });
  expect(error.hint).toMatch(advice);
  expect(events.at(-1)?.event).toBe('error');
});

it('says what to do when Ollama does not run', async () => {
  await ollama.close();
  const { events } = await readAll(await translate('One.'));
  expect(getOnly(events, 'error')).toMatchObject({ code: 'engine_unavailable', retryable: true });
  expect(getOnly(events, 'error').hint).toMatch(/ollama serve/);
  ollama = await startFakeOllama();
});

it('delivers what came before a length limit, and says what to raise', async () => {
  ollama.tell(reachesLengthLimit(['Ol', 'á']));
  const { events, text } = await readAll(await translate('One.\n'));
  expect(text).toBe('Olá\n');
  expect(getOnly(events, 'segment')).toMatchObject({
    status: 'cut',
    checks: [{ check: 'length', status: 'failed' }],
  });
  expect(getOnly(events, 'segment').checks[0]?.message).toMatch(/--num-ctx/);
  expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'length' });
});

it('keeps the segments that went well when one fails', async () => {
  ollama.tell(async (exchange) => {
    const isFirst = exchange.request.body?.messages?.[1]?.content.includes('\nOne.\n');
    await (isFirst ? sendsErrorLine(['Ol'], 'stopped')(exchange) : answers(['Dois.'])(exchange));
  });
  const response = await server.post(
    '/v1/translate',
    { text: 'One.\n\nTwo.', target: 'pt' },
    { accept: 'application/json' },
  );
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    translations: [{ text: 'Ol\n\nDois.', complete: false, error: { code: 'engine_error' } }],
    complete: false,
    reason: 'failed',
  });
});

it.each([
  ['model_not_found', 404, lacksModel('qwen3:8b')],
  ['engine_error', 502, fails(500, 'no')],
  ['timeout', 504, stallsBeforeHeaders()],
])('answers %s with status %i to who waits for JSON and gets nothing', async (code, status, behaviour) => {
  ollama.tell(behaviour);
  const response = await server.post(
    '/v1/translate',
    { text: 'One.', target: 'pt' },
    { accept: 'application/json' },
  );
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchObject({ code, status });
});

it('never repeats the text in a failure', async () => {
  ollama.tell(fails(500, 'prompt was: a secret sentence'));
  const { events } = await readAll(await translate('a secret sentence'));
  expect(JSON.stringify(events)).not.toContain('secret');
});

function translate(text: string): Promise<Response> {
  return server.post('/v1/translate', { text, target: 'pt' });
}
