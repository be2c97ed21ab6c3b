import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { EnginePool } from '../../../server/engines/engine-pool.ts';
import type { Engine } from '../../../server/engines/engine.ts';
import { createOllamaEngine } from '../../../server/engines/ollama/ollama-engine.ts';
import { createOpenaiEngine } from '../../../server/engines/openai/openai-engine.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { startFakeOpenai } from '../../fakes/fake-openai.ts';
import { answersJson, resetsBeforeHeaders } from '../../fakes/ollama-misfortunes.ts';

const limits = { firstTokenTimeoutMs: 1000, stallTimeoutMs: 1000 };

let ollama: FakeOllama;
let engine: Engine;

beforeEach(async () => {
  ollama = await startFakeOllama();
  engine = createOllamaEngine({
    host: ollama.url,
    model: 'qwen3:8b',
    concurrency: 1,
    numCtx: 8192,
    keepAliveMs: 1000,
    ...limits,
  });
});

afterEach(async () => {
  vi.useRealTimers();
  await engine.close();
  await ollama.close();
});

it('asks Ollama once in 10 s whether it is there', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const pool = new EnginePool([engine], 'auto');
  await pool.choose({});
  vi.advanceTimersByTime(9999);
  await pool.choose({});
  expect(countProbes()).toBe(1);
  vi.advanceTimersByTime(2);
  await pool.choose({});
  expect(countProbes()).toBe(2);
});

it('sees at once that Ollama has come up', async () => {
  ollama.tell(resetsBeforeHeaders(), '/api/tags');
  const pool = new EnginePool([engine], 'auto');
  expect(await pool.probe(engine)).toMatchObject({ available: false });
  ollama.tell(answersJson(200, { models: [{ name: 'qwen3:8b' }] }), '/api/tags');
  expect(await pool.probe(engine)).toMatchObject({ available: true });
});

it('does not ask at all when the request names its engine', async () => {
  await new EnginePool([engine], 'auto').choose({ engine: 'ollama' });
  expect(countProbes()).toBe(0);
});

it('asks an OpenAI-compatible server before every request which model it has, but once in 10 s', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const server = await startFakeOpenai();
  const openai = createOpenaiEngine({ ...limits, baseUrl: server.url, concurrency: 1, numCtx: 8192 });
  const pool = new EnginePool([engine, openai], 'openai');
  await pool.choose({});
  expect((await pool.choose({})).defaultModel).toBe('qwen3-8b');
  server.list({ id: 'hy-mt' });
  vi.advanceTimersByTime(10_001);
  expect((await pool.choose({})).defaultModel).toBe('hy-mt');
  expect(server.requests).toHaveLength(2);
  expect(await pool.explain()).toBe('Engine: openai with hy-mt (as set)');
  await Promise.all([openai.close(), server.close()]);
});

it('refuses an engine that does not run here', async () => {
  await expect(new EnginePool([engine], 'auto').choose({ engine: 'bergamot' })).rejects.toMatchObject({
    code: 'invalid_request',
  });
});

function countProbes(): number {
  return ollama.requests.filter(({ path }) => path === '/api/tags').length;
}
