import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import type { OpenaiSettings } from '../../../../server/engines/openai/openai-engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import type { Behaviour } from '../../../fakes/ollama-exchange.ts';
import { streams } from '../../../fakes/openai-answers.ts';
import { answersWhole, cutsEvents } from '../../../fakes/openai-misfortunes.ts';
import { awkwardTokens } from '../awkward-tokens.ts';
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

function translate(call = createPromptCall()): Promise<Outcome> {
  return collect(engine.translate(call, new AbortController().signal));
}

async function restart(settings: Partial<OpenaiSettings>): Promise<void> {
  await engine.close();
  engine = createEngine(fake.url, settings);
}

test('a call streams token by token and ends with what it took', async () => {
  fake.tell(streams(['Olá', ',', ' mundo']));
  const { events } = await translate();
  expect(events).toEqual([
    { type: 'phase', phase: 'reading' },
    { type: 'text', text: 'Olá' },
    { type: 'text', text: ',' },
    { type: 'text', text: ' mundo' },
    { type: 'end', reason: 'stop', usage: { inputTokens: 48, outputTokens: 3 } },
  ]);
});

test.each([
  ['a byte at a time', cutsEvents(awkwardTokens, 1)],
  ['seven bytes at a time', cutsEvents(awkwardTokens, 7)],
  ['all at once', cutsEvents(awkwardTokens, 1_000_000)],
  ['an event a write', streams(awkwardTokens)],
])('the text is exact when the answer comes %s', async (_, behaviour) => {
  fake.tell(behaviour);
  const { events, reason } = await translate();
  expect(events.flatMap((event) => (event.type === 'text' ? [event.text] : []))).toEqual(awkwardTokens);
  expect(reason).toBe('stop');
});

test('the request asks for no thinking in each way, bounds the answer and carries the prompt', async () => {
  const sampling = { temperature: 0.7, topP: 0.6, topK: 20, repetitionPenalty: 1.05 };
  const messages = [
    { role: 'system', content: 'You translate.' },
    { role: 'user', content: 'Hi' },
  ] as const;
  await translate(createPromptCall({ prompt: { messages: [...messages], sampling } }));
  const { body, headers } = await fake.received();
  expect(body).toEqual({
    model: 'qwen3-8b',
    messages,
    stream: true,
    max_tokens: 100,
    temperature: 0.7,
    top_p: 0.6,
    top_k: 20,
    repetition_penalty: 1.05,
    repeat_penalty: 1.05,
    stream_options: { include_usage: true },
    chat_template_kwargs: { enable_thinking: false, thinking: false },
    reasoning_effort: 'none',
  });
  expect(headers).toMatchObject({ 'content-type': 'application/json' });
  expect(headers).not.toHaveProperty('authorization');
});

test('the key goes into the header of every request', async () => {
  await restart({ apiKey: 'sk-secret' });
  await engine.probe();
  await translate();
  expect(fake.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/v1/models', 'Bearer sk-secret'],
    ['/v1/chat/completions', 'Bearer sk-secret'],
  ]);
});

test.each(['reasoning', 'reasoning_content'] as const)(
  'thinking in the field %s is counted and never text',
  async (thoughtField) => {
    fake.tell(streams(['Olá'], { thoughts: ['Hm', ' hello?'], thoughtField }));
    expect(await translate()).toMatchObject({ text: 'Olá', thoughtChars: 9, reason: 'stop' });
  },
);

test('tokens of thinking are told where the server counts them', async () => {
  const usage = {
    prompt_tokens: 5,
    completion_tokens: 7,
    completion_tokens_details: { reasoning_tokens: 3 },
  };
  fake.tell(streams(['Olá'], { usage }));
  expect((await translate()).events.at(-1)).toMatchObject({
    usage: { inputTokens: 5, outputTokens: 7, thinkingTokens: 3 },
  });
});

test.each<[string, Behaviour, object]>([
  ['no numbers', streams(['Olá'], { usage: null }), { reason: 'stop', text: 'Olá' }],
  ['no [DONE]', streams(['Olá'], { done: false }), { reason: 'stop', text: 'Olá' }],
  ['[DONE] alone', streams(['Olá'], { finish: null, usage: null }), { reason: 'stop', text: 'Olá' }],
  ['the length limit', streams(['Olá'], { finish: 'length' }), { reason: 'length', text: 'Olá' }],
  ['the end token', streams(['Olá'], { finish: 'eos_token' }), { reason: 'stop', text: 'Olá' }],
  ['nothing said', streams([]), { reason: 'stop', text: '' }],
  ['one document instead of a stream', answersWhole('Olá'), { reason: 'stop', text: 'Olá' }],
  [
    'one document with thinking',
    answersWhole('Olá', { reasoning: 'Hm' }),
    { reason: 'stop', text: 'Olá', thoughtChars: 2 },
  ],
])('an answer that ends with %s is whole', async (_, behaviour, outcome) => {
  fake.tell(behaviour);
  expect(await translate()).toMatchObject({ error: undefined, ...outcome });
});
