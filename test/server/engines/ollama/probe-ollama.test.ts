import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { type FakeOllama, startFakeOllama } from '../../../fakes/fake-ollama.ts';
import {
  answersHtml,
  answersJson,
  fails,
  redirects,
  stallsBeforeHeaders,
} from '../../../fakes/ollama-misfortunes.ts';
import { replays } from '../../../fakes/ollama-replay.ts';
import { createEngine } from './create-engine.ts';

let fake: FakeOllama;
let engine: Engine;

beforeEach(async () => {
  fake = await startFakeOllama({ models: ['qwen3:8b', 'smollm2:135m'] });
  engine = createEngine(fake.url);
});

afterEach(async () => {
  await Promise.all([engine.close(), fake.close()]);
});

test('an Ollama that answers and has the model is available', async () => {
  expect(await engine.probe()).toEqual({
    available: true,
    models: ['qwen3:8b', 'smollm2:135m'],
    message: `Ollama answers on ${fake.url} and has the model qwen3:8b.`,
  });
});

test('an Ollama without the model is there, and the way to get the model is said', async () => {
  fake.tell(replays('02-tags'), '/api/tags');
  expect(await engine.probe()).toEqual({
    available: true,
    models: ['smollm2:135m'],
    message: 'Ollama has no model "qwen3:8b".',
    fix: 'Get it with: ollama pull qwen3:8b',
  });
});

test.each([
  ['fails', fails(500, 'boom')],
  ['answers HTML', answersHtml()],
  ['answers another shape', answersJson(200, { models: null })],
  ['redirects', redirects('http://127.0.0.1:9/')],
  ['says nothing', stallsBeforeHeaders()],
])('a server that %s is no Ollama', async (_, behaviour) => {
  fake.tell(behaviour, '/api/tags');
  expect(await engine.probe()).toMatchObject({
    available: false,
    models: [],
    fix: expect.stringContaining('ollama serve') as string,
  });
});

test('a server that is down is found out without an error', async () => {
  await fake.close();
  expect(await engine.probe()).toMatchObject({
    available: false,
    message: `Ollama does not answer on ${fake.url}.`,
  });
});

test('a silent server is given up after 300 ms', async () => {
  fake.tell(stallsBeforeHeaders(), '/api/tags');
  const startedAt = performance.now();
  await engine.probe();
  const request = await fake.received('/api/tags');
  await request.over;
  expect(request.clientGone).toBe(true);
  // Timers may be a little early by this clock; how late is up to the machine, so only a limit of another size is told apart.
  expect(performance.now() - startedAt).toBeGreaterThan(290);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
