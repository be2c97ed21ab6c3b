import { setTimeout as delay } from 'node:timers/promises';
import { Ollama } from 'ollama';
import { expect, test } from 'vitest';
import { parseOllamaHost } from '../../../../server/engines/ollama/parse-ollama-host.ts';
import { collect, createCall } from '../collect-events.ts';
import { testContract } from './contract.ts';
import { createEngine } from './create-engine.ts';

const { OLLAMA_HOST: host = '', DRAGOMAN_MODEL: model = 'qwen3:8b' } = process.env;
const client = new Ollama({ host: parseOllamaHost(host) });

await requireServer();

testContract(() => Promise.resolve({ host, model, unload, listLoaded, close: () => Promise.resolve() }));

test('a text that does not fit the context is said not to fit, before any answer', async () => {
  const engine = createEngine(host, { model, numCtx: 512 });
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(200);
  const outcome = await collect(engine.translate(createCall({ text, model }), new AbortController().signal));
  expect(outcome).toMatchObject({ error: undefined, text: '', reason: 'overflow' });
  await engine.close();
});

test('an answer that takes longer than the first-token timeout is given up, and the next call is answered', async () => {
  const hasty = createEngine(host, { model, firstTokenTimeoutMs: 1 });
  const patient = createEngine(host, { model });
  const signal = new AbortController().signal;
  expect((await collect(hasty.translate(createCall({ model }), signal))).code).toBe('timeout');
  expect((await collect(patient.translate(createCall({ model }), signal))).error).toBeUndefined();
  await Promise.all([hasty.close(), patient.close()]);
});

/** Without a server or its model every test would fail in its own way; this fails once, with what to do. */
async function requireServer(): Promise<void> {
  if (host === '')
    throw new Error('OLLAMA_HOST is not set. Run: OLLAMA_HOST=127.0.0.1:11434 npm run test:ollama');
  const engine = createEngine(host, { model });
  const { message, fix } = await engine.probe();
  await engine.close();
  if (fix !== undefined) throw new Error(`${message} ${fix} Another model: DRAGOMAN_MODEL=…`);
}

async function listLoaded(): Promise<string[]> {
  return (await client.ps()).models.map(({ name }) => name);
}

/** Ollama answers at once and unloads a moment later; it offers no way to know but asking. */
async function unload(): Promise<void> {
  await client.generate({ model, prompt: '', keep_alive: 0 });
  while ((await listLoaded()).length > 0) await delay(50);
}
