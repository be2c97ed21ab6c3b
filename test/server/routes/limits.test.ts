import { afterEach, beforeEach, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers, type Tokens } from '../../fakes/ollama-answers.ts';
import {
  inTurn,
  reachesLengthLimit,
  repeatsForever,
  stallsMidStream,
} from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeEach(async () => {
  ollama = await startFakeOllama();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama');
});

afterEach(async () => {
  await server.stop();
  await ollama.close();
});

const source = 'The house has 12 windows and a red door.';
const good = 'A casa tem 12 janelas e uma porta vermelha.';
it('a model that goes round in circles up to its limit is asked once more', async () => {
  const loop: Tokens = Array.from({ length: 60 }, () => 'a porta vermelha ');
  ollama.tell(inTurn(reachesLengthLimit(loop), answers([good])));
  const { events, text } = await readAll(await translate(source));
  expect(text).toBe(good);
  expect(getOnly(events, 'segment').checks).toContainEqual(
    expect.objectContaining({ check: 'repetition', status: 'repaired' }),
  );
});

it('a model that goes round in circles without end is stopped and asked once more', async () => {
  ollama.tell(inTurn(repeatsForever('a porta vermelha e '), answers([good])));
  const { events, text } = await readAll(await translate(source));
  expect(text).toBe(good);
  expect(getOnly(events, 'segment').checks).toEqual([
    expect.objectContaining({ check: 'repetition', status: 'repaired' }),
  ]);
  const [first] = ollama.requests.filter(({ path }) => path === '/api/chat');
  expect(first?.clientGone).toBe(true);
});

it('a model that goes round in circles twice is cut there, and that is said', async () => {
  ollama.tell(repeatsForever('a porta vermelha e '));
  const { events, text } = await readAll(await translate(source));
  expect(getOnly(events, 'segment')).toMatchObject({
    status: 'cut',
    checks: [{ check: 'repetition', status: 'failed' }],
  });
  expect(text.length).toBeLessThan(3000);
  expect(getOnly(events, 'done').complete).toBe(false);
});

it('a model that thinks up to its limit is asked once more without one', async () => {
  const thinksToLimit = answers([], { thoughts: ['Hm.'], done: { done_reason: 'length' } });
  ollama.tell(inTurn(thinksToLimit, answers([good])));
  const { text } = await readAll(await translate(source));
  expect(text).toBe(good);
  const limits = ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => body?.options?.['num_predict']);
  expect(limits).toEqual([expect.any(Number), 8192]);
  expect(limits[0]).toBeLessThan(8192);
});

it('a model that rambles on up to its limit is asked once more', async () => {
  const rambling = Array.from(
    { length: 40 },
    (_, index) => `E depois a casa ${'abcdefgh'[index % 8]} disse outra coisa. `,
  );
  ollama.tell(inTurn(reachesLengthLimit(rambling), answers([good])));
  const { events, text } = await readAll(await translate(source));
  expect(text).toBe(good);
  expect(getOnly(events, 'segment').checks).toContainEqual(
    expect.objectContaining({ check: 'ratio', status: 'repaired' }),
  );
});

it('a deadline during the second try leaves the first one, labelled', async () => {
  await server.stop();
  server = await startTestServer(
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--deadline', '1500ms'],
  );
  ollama.tell(inTurn(answers([source]), stallsMidStream(['A casa'])));
  const { events, text } = await readAll(await translate(source));
  expect(text).toBe(source);
  expect(getOnly(events, 'segment').checks).toContainEqual(
    expect.objectContaining({ check: 'echo', status: 'failed' }),
  );
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'timeout' } });
});

it('a plain length limit is not tried again', async () => {
  ollama.tell(reachesLengthLimit(['A casa tem']));
  const { events } = await readAll(await translate(source));
  expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'length' });
  expect(listPrompts()).toHaveLength(1);
});

function translate(text: string): Promise<Response> {
  return server.post('/v1/translate', { text, target: 'pt', source: 'en' });
}

function listPrompts(): string[] {
  return ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => body?.messages?.map(({ content }) => content).join('\n') ?? '');
}
