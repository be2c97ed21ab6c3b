import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { getAskedText } from '../../fakes/ollama-context.ts';
import { readAttacks } from '../../read-attacks.ts';
import { readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama');
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

describe.each(readAttacks())('$kind: $name', ({ text, source, target, obeyed }) => {
  it('is labelled when the model falls for it', async () => {
    ollama.tell(answers([obeyed]));
    const { state } = await translate({ text, source, target });
    const failed = state.segments.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'));
    expect(failed).not.toEqual([]);
  });

  it('comes back letter for letter from a model that changes nothing', async () => {
    ollama.tell(answers((body) => [getAskedText(body)]));
    expect((await translate({ text, source, target })).text).toBe(text);
  });
});

async function translate(body: object): ReturnType<typeof readAll> {
  return readAll(await server.post('/v1/translate', body));
}
