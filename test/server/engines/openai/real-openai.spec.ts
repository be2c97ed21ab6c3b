import { expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { parseOllamaHost } from '../../../../server/engines/ollama/parse-ollama-host.ts';
import type { OpenaiSettings } from '../../../../server/engines/openai/openai-engine.ts';
import { collect, createCall } from '../collect-events.ts';
import { createEngine as createTestEngine } from './create-engine.ts';

const { OLLAMA_HOST: host = '', DRAGOMAN_MODEL: model = 'qwen3:8b' } = process.env;
const baseUrl = `${parseOllamaHost(host)}/v1`;
const reason = new Error('the reader left');

await requireServer();

test("Ollama's /v1 is found, with the model and its context", async () => {
  const engine = createEngine({ model });
  const state = await engine.probe();
  expect(state).toMatchObject({ available: true, models: expect.arrayContaining([model]) as string[] });
  expect([state.fix, engine.defaultModel, engine.contextTokens]).toEqual([undefined, model, 4096]);
  await engine.close();
});

test('a call streams its answer without thinking and ends with one end that counts tokens', async () => {
  const engine = createEngine();
  const { events, text, thoughtChars, error } = await collect(
    engine.translate(createCall({ model }), new AbortController().signal),
  );
  expect(error).toBeUndefined();
  expect(text.trim()).not.toBe('');
  expect(thoughtChars).toBe(0);
  expect(events.filter(({ type }) => type === 'end')).toEqual([events.at(-1)]);
  expect(events.at(-1)).toMatchObject({
    usage: { inputTokens: expect.any(Number) as number, outputTokens: expect.any(Number) as number },
  });
  await engine.close();
});

test('an answer of bounded length ends at its bound', async () => {
  const engine = createEngine();
  const call = { ...createCall({ model }), maxOutputTokens: 3 };
  const { events, reason: end } = await collect(engine.translate(call, new AbortController().signal));
  expect(end).toBe('length');
  expect(events.at(-1)).toMatchObject({ usage: { outputTokens: 3 } });
  await engine.close();
});

test('a model that is not installed is not found', async () => {
  const engine = createEngine();
  const call = createCall({ model: 'no-such-model:1b' });
  expect((await collect(engine.translate(call, new AbortController().signal))).code).toBe('model_not_found');
  await engine.close();
});

test('a reader that leaves in mid-stream ends the call with its reason, and the next call is answered', async () => {
  const engine = createEngine();
  const leaving = new AbortController();
  await expect(async () => {
    for await (const event of engine.translate(createCall({ model }), leaving.signal))
      if (event.type === 'text') leaving.abort(reason);
  }).rejects.toBe(reason);
  const next = await collect(engine.translate(createCall({ model }), new AbortController().signal));
  expect(next.error).toBeUndefined();
  await engine.close();
});

test('a text that Ollama cuts in silence is found out', async () => {
  const engine = createEngine({ numCtx: 131_072 });
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(500);
  const call = { ...createCall({ text, model }), maxOutputTokens: 8 };
  const { code, sentences } = await collect(engine.translate(call, new AbortController().signal));
  expect(code).toBe('engine_incomplete');
  expect(sentences).toContain('cut the text');
  await engine.close();
});

/** A machine that loads, and reads a long text without a GPU, is slow. */
function createEngine(settings: Partial<OpenaiSettings> = {}): Engine {
  return createTestEngine(baseUrl, { firstTokenTimeoutMs: 600_000, ...settings });
}

/** Without a server or its model every test would fail in its own way; this fails once, with what to do. */
async function requireServer(): Promise<void> {
  if (host === '')
    throw new Error('OLLAMA_HOST is not set. Run: OLLAMA_HOST=127.0.0.1:11434 npm run test:ollama');
  const engine = createEngine({ model });
  const { message, fix } = await engine.probe();
  await engine.close();
  if (fix !== undefined) throw new Error(`${message} ${fix} Another model: DRAGOMAN_MODEL=…`);
}
