import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import { streams } from '../../../fakes/openai-answers.ts';
import { refuses, sendsError, sendsErrorEvent } from '../../../fakes/openai-misfortunes.ts';
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

test.each([
  [
    'OpenAI and vLLM',
    400,
    "This model's maximum context length is 4096 tokens. However, you requested 9000 tokens.",
  ],
  ['OpenAI, by its code', 400, 'context_length_exceeded'],
  ['older vLLM', 400, 'The decoder prompt (length 5000) is longer than the maximum model length of 4096.'],
  ['SGLang', 400, "The input (5000 tokens) is longer than the model's context length (4096 tokens)."],
  ['llama-server', 400, 'the request exceeds the available context size, try increasing it'],
  ['llama-server, by its type', 500, 'exceed_context_size_error'],
  ['llama-cpp-python', 400, 'Requested tokens (2285) exceed context window of 2048'],
  ['Ollama', 400, 'the input length exceeds the context length'],
  [
    'text-generation-inference',
    422,
    'Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096',
  ],
])('a text too long for the context, as %s says it, is an overflow', async (_, status, message) => {
  fake.tell(refuses(status, message));
  expect(await translate()).toMatchObject({ text: '', reason: 'overflow', error: undefined });
  expect(fake.listChats()).toHaveLength(1);
});

test.each([
  [
    'LM Studio',
    sendsErrorEvent(
      [],
      'Trying to keep the first 9000 tokens when context the overflows. However, the model is loaded with context length of only 4096 tokens, which is not enough.',
    ),
  ],
  ['llama-server', sendsError([], { error: { type: 'exceed_context_size_error', n_ctx: 256 } })],
])('a text too long for the context, as %s says it in an answer, is an overflow', async (_, behaviour) => {
  fake.tell(behaviour);
  expect(await translate()).toMatchObject({ reason: 'overflow', error: undefined });
});

test.each([
  ['Ollama, in silence', streams(['Olá'], { usage: { prompt_tokens: 4096, completion_tokens: 1 } })],
  ['anyone, of a context that we know', streams(['Olá'], { usage: { prompt_tokens: 8_200 } })],
])('a prompt that was cut, as by %s, leaves the answer incomplete', async (_, behaviour) => {
  fake.tell(behaviour);
  const { code, text, sentences } = await translate();
  expect([code, text]).toEqual(['engine_incomplete', 'Olá']);
  expect(sentences).toContain('cut the text');
});

test.each([1_024, 4_095, 4_097, 6_000])('a prompt of %d tokens was not cut', async (tokens) => {
  fake.tell(streams(['Olá'], { usage: { prompt_tokens: tokens, completion_tokens: 1 } }));
  expect(await translate()).toMatchObject({ reason: 'stop', error: undefined });
});

test('a prompt of a power of two was not cut where the server tells a larger context', async () => {
  fake.list({ id: 'qwen3-8b', max_model_len: 40_960 });
  await engine.probe();
  fake.tell(streams(['Olá'], { usage: { prompt_tokens: 4_096, completion_tokens: 1 } }));
  expect(await translate()).toMatchObject({ reason: 'stop', error: undefined });
});

test('a context that is full in the middle of an answer leaves it incomplete', async () => {
  fake.tell(sendsError(['Olá'], { error: { type: 'exceed_context_size_error' } }));
  expect(await translate()).toMatchObject({ code: 'engine_incomplete', text: 'Olá', reason: undefined });
});
