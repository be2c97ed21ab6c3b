import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { startFakeOpenai, type FakeOpenai } from '../../../fakes/fake-openai.ts';
import type { Behaviour } from '../../../fakes/ollama-exchange.ts';
import { answersJson } from '../../../fakes/ollama-misfortunes.ts';
import { refuses, refusesFields } from '../../../fakes/openai-misfortunes.ts';
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

/** The fields of every chat so far. */
function listFields(): string[][] {
  return fake.listChats().map(({ body }) => Object.keys(body ?? {}).toSorted());
}

const typical = [
  'chat_template_kwargs',
  'max_tokens',
  'messages',
  'model',
  'reasoning_effort',
  'stream',
  'stream_options',
  'temperature',
];

test.each<[string, string[], (field: string) => Behaviour]>([
  [
    'an unknown argument, as OpenAI says it',
    ['chat_template_kwargs'],
    (field) => refuses(400, `Unrecognized request argument supplied: ${field}`),
  ],
  [
    'each unknown field in turn, as pydantic says it',
    ['chat_template_kwargs', 'reasoning_effort', 'stream_options'],
    (field) => answersJson(422, { detail: [{ type: 'extra_forbidden', loc: ['body', field] }] }),
  ],
  [
    'a value, as vLLM before 2026 says it',
    ['reasoning_effort'],
    (field) =>
      refuses(
        400,
        `[{'type': 'literal_error', 'loc': ('body', '${field}'), 'msg': "Input should be 'low'"}]`,
      ),
  ],
  [
    'a template, as vLLM says it of Mistral models',
    ['chat_template_kwargs'],
    () => refuses(400, 'chat_template is not supported for Mistral tokenizers.'),
  ],
  [
    'a temperature',
    ['temperature'],
    (field) => refuses(400, `'${field}' does not support 0.2 with this model.`),
  ],
])('a strict server that refuses %s is asked without it, also next time', async (_, fields, describe) => {
  fake.tell(refusesFields(fields, describe));
  expect(await translate()).toMatchObject({ text: 'Olá!', reason: 'stop', phases: ['reading'] });
  await translate();
  const accepted = typical.filter((field) => !fields.includes(field));
  expect(listFields()).toHaveLength(fields.length + 2);
  expect(listFields().slice(-2)).toEqual([accepted, accepted]);
});

test('a strict server that names no field is asked without any extension', async () => {
  const extensions = ['chat_template_kwargs', 'reasoning_effort', 'stream_options'];
  fake.tell(refusesFields(extensions, () => refuses(422, 'Extra inputs are not permitted')));
  expect((await translate()).text).toBe('Olá!');
  expect(listFields()).toEqual([typical, typical.filter((field) => !extensions.includes(field))]);
});

test('a server that wants the limit under its new name gets it', async () => {
  fake.tell(
    refusesFields(['max_tokens'], () =>
      refuses(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead."),
    ),
  );
  expect((await translate()).text).toBe('Olá!');
  expect(fake.listChats().at(-1)?.body).toMatchObject({ max_completion_tokens: 100 });
});

test('a server that refuses everything is not asked for ever', async () => {
  fake.tell(refuses(400, `${typical.join(' ')} max_completion_tokens`));
  expect((await translate()).code).toBe('engine_error');
  expect(fake.listChats().length).toBeLessThan(4);
});

test('what one server refuses, another one still gets', async () => {
  fake.tell(refusesFields(['reasoning_effort'], (field) => refuses(400, field)));
  await translate();
  const other = await startFakeOpenai();
  await engine.close();
  engine = createEngine(other.url);
  await translate();
  expect(other.listChats()[0]?.body).toHaveProperty('reasoning_effort');
  await other.close();
});
