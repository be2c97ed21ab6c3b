import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../server/engines/engine.ts';
import { collect, createCall } from '../collect-events.ts';
import { createEngine } from './create-engine.ts';

/** An Ollama server, real or fake, that has the model. */
interface ContractServer {
  host: string;
  model: string;
  /** Takes the model out of memory. */
  unload: () => Promise<void>;
  listLoaded: () => Promise<string[]>;
  close: () => Promise<void>;
}

const reason = new Error('the reader left');

/** What holds for the engine with any Ollama server: the tests that the fake and the real one share. */
export function testContract(start: () => Promise<ContractServer>): void {
  let server: ContractServer;
  let engine: Engine;
  let leaving: AbortController;

  beforeAll(async () => {
    server = await start();
  });
  beforeEach(() => {
    engine = createEngine(server.host, { model: server.model });
    leaving = new AbortController();
  });
  afterEach(() => engine.close());
  afterAll(() => server.close());

  function translate(model = server.model): ReturnType<Engine['translate']> {
    return engine.translate(createCall({ model }), leaving.signal);
  }

  test('the server is found, with the model', async () => {
    const state = await engine.probe();
    expect(state).toMatchObject({
      available: true,
      models: expect.arrayContaining([server.model]) as string[],
    });
    expect(state.fix).toBeUndefined();
  });

  test('a call loads the model, streams its answer and ends with one end that counts tokens', async () => {
    await server.unload();
    const { events, phases, text, thoughtChars, error } = await collect(translate());
    expect(error).toBeUndefined();
    expect(phases).toEqual(['loading']);
    expect(text.trim()).not.toBe('');
    expect(thoughtChars).toBe(0);
    expect(events.filter(({ type }) => type === 'end')).toEqual([events.at(-1)]);
    expect(events.at(-1)).toMatchObject({
      usage: { inputTokens: expect.any(Number) as number, outputTokens: expect.any(Number) as number },
    });
  });

  test('a call with the model in memory reads at once', async () => {
    await collect(translate());
    expect((await collect(translate())).phases).toEqual(['reading']);
  });

  test('a model that is not installed is not found, and the way to get it is said', async () => {
    const { code, sentences } = await collect(translate('no-such-model:1b'));
    expect(code).toBe('model_not_found');
    expect(sentences).toContain('ollama pull no-such-model:1b');
  });

  test('a reader that leaves before the model is asked leaves it out of memory', async () => {
    await server.unload();
    await expect(async () => {
      for await (const event of translate()) if (event.type === 'phase') leaving.abort(reason);
    }).rejects.toBe(reason);
    expect(await server.listLoaded()).toEqual([]);
  });

  test('a reader that leaves in mid-stream ends the call with its reason, and the next call is answered', async () => {
    await expect(async () => {
      for await (const event of translate()) if (event.type === 'text') leaving.abort(reason);
    }).rejects.toBe(reason);
    leaving = new AbortController();
    expect(await collect(translate())).toMatchObject({ error: undefined, phases: ['reading'] });
  });
}
