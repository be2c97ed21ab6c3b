import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import type { OpenaiSettings } from '../../../../server/engines/openai/openai-engine.ts';
import { startFakeOpenai, type FakeOpenai, type ListedModel } from '../../../fakes/fake-openai.ts';
import {
  answersHtml,
  answersJson,
  answersText,
  redirects,
  stallsBeforeHeaders,
} from '../../../fakes/ollama-misfortunes.ts';
import { refuses } from '../../../fakes/openai-misfortunes.ts';
import { collect } from '../collect-events.ts';
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

async function restart(settings: Partial<OpenaiSettings>): Promise<void> {
  await engine.close();
  engine = createEngine(fake.url, settings);
}

test('a server that answers is available, and its first model is the default', async () => {
  fake.list({ id: 'hy-mt' }, { id: 'qwen3-8b' });
  expect([engine.defaultModel, engine.contextTokens]).toEqual(['', 8_192]);
  expect(await engine.probe()).toEqual({
    available: true,
    models: ['hy-mt', 'qwen3-8b'],
    message: `The server on ${fake.url} answers and has the model hy-mt.`,
  });
  expect(engine.defaultModel).toBe('hy-mt');
});

test('a server that was started anew with another model is asked for that one', async () => {
  await engine.probe();
  fake.list({ id: 'gemma' });
  await engine.probe();
  expect(engine.defaultModel).toBe('gemma');
});

test('a model that was set stays the default, and is missed when the server does not list it', async () => {
  await restart({ model: 'hy-mt' });
  expect(engine.defaultModel).toBe('hy-mt');
  expect(await engine.probe()).toEqual({
    available: true,
    models: ['qwen3-8b'],
    message: `The server on ${fake.url} has no model "hy-mt".`,
    fix: 'Take one that it lists with --model, or leave --model out.',
  });
  expect(engine.defaultModel).toBe('hy-mt');
});

test('a server without models says what to do', async () => {
  fake.list();
  const { message, fix } = await engine.probe();
  expect([message, fix]).toEqual([
    `The server on ${fake.url} lists no model.`,
    'Load one there, or name one with --model.',
  ]);
});

test.each<[string, ListedModel, number]>([
  ['vLLM and SGLang', { id: 'm', max_model_len: 40_960 }, 40_960],
  ['LM Studio', { id: 'm', max_context_length: 131_072, loaded_context_length: 16_384 }, 16_384],
  ['gateways', { id: 'm', context_length: 32_768 }, 32_768],
  ['llama-server', { id: 'm', owned_by: 'llamacpp', meta: { n_ctx: 2_048, n_ctx_train: 131_072 } }, 2_048],
  ['Ollama, which tells none', { id: 'm', owned_by: 'library' }, 4_096],
  ['a server that tells null', { id: 'm', max_model_len: null, meta: null }, 8_192],
  ['a server that tells none', { id: 'm' }, 8_192],
])('the context of %s is taken, else what was set', async (_, model, contextTokens) => {
  fake.list(model);
  await engine.probe();
  expect(engine.contextTokens).toBe(contextTokens);
});

test.each([
  ['fails', refuses(500, 'boom'), 'its log'],
  ['wants a key', refuses(401, 'Unauthorized'), 'OPENAI_API_KEY'],
  ['answers HTML', answersHtml(), '/v1'],
  ['answers no JSON', answersText(200, 'ok', 'text/plain'), '/v1'],
  ['answers another shape', answersJson(200, { data: null }), '/v1'],
  ['has no such route', answersJson(404, { detail: 'Not Found' }), '/v1'],
  ['redirects', redirects('http://127.0.0.1:9/'), '/v1'],
  ['says nothing', stallsBeforeHeaders(), 'Start it'],
])('a server that %s is not available, and what to do is said', async (_, behaviour, fix) => {
  fake.tell(behaviour, '/v1/models');
  expect(await engine.probe()).toMatchObject({
    available: false,
    models: [],
    fix: expect.stringContaining(fix) as string,
  });
});

test('a server that is down is found out without an error', async () => {
  await fake.close();
  expect(await engine.probe()).toMatchObject({
    available: false,
    message: `The server on ${fake.url} does not answer.`,
  });
});

test('a silent server is given up after 300 ms', async () => {
  fake.tell(stallsBeforeHeaders(), '/v1/models');
  const startedAt = performance.now();
  await engine.probe();
  const request = await fake.received('/v1/models');
  await request.over;
  expect(request.clientGone).toBe(true);
  // Timers may be a little early by this clock; how late is up to the machine, so only a limit of another size is told apart.
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test('a call that was planned while the server was away takes its first model', async () => {
  const signal = new AbortController().signal;
  const { text } = await collect(engine.translate(createPromptCall({ model: '' }), signal));
  expect(text).toBe('Olá!');
  expect((await fake.received()).body?.model).toBe('qwen3-8b');
});

test.each([
  ['is away', stallsBeforeHeaders(), 'engine_unavailable'],
  ['has no model', answersJson(200, { data: [] }), 'model_not_found'],
  ['wants a key', refuses(401, 'Unauthorized'), 'engine_error'],
])('a call without a model fails with its reason when the server %s', async (_, behaviour, code) => {
  fake.tell(behaviour, '/v1/models');
  const signal = new AbortController().signal;
  const outcome = await collect(engine.translate(createPromptCall({ model: '' }), signal));
  expect(outcome.code).toBe(code);
  expect(fake.listChats()).toEqual([]);
});
