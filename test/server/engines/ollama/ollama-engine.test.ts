import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import { answers } from '../../../fakes/ollama-answers.ts';
import * as misfortunes from '../../../fakes/ollama-misfortunes.ts';
import { awkwardTokens } from '../awkward-tokens.ts';
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

function translate(signal = new AbortController().signal): Promise<Outcome> {
  return collect(engine.translate(createCall(), signal));
}

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
  ['byte by byte', misfortunes.tricklesBytes(awkwardTokens)],
  ['with every character split', misfortunes.splitsCharacters(awkwardTokens)],
  ['with all lines in one write', misfortunes.joinsLines(awkwardTokens)],
  ['with every line cut over two writes', misfortunes.cutsLines(awkwardTokens)],
  ['a line a write', answers(awkwardTokens)],
])('the text is exact when the answer comes %s', async (_, behaviour) => {
  fake.tell(behaviour);
  const { events, reason } = await translate();
  expect(events.flatMap((event) => (event.type === 'text' ? [event.text] : []))).toEqual(awkwardTokens);
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

test('the engine goes on without knowing what is in memory', async () => {
  fake.tell(misfortunes.fails(500, 'boom'), '/api/ps');
  const { text, phases } = await translate();
  expect([text, phases]).toEqual(['Olá, mundo!', ['reading']]);
});
