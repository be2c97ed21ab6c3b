import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import type { Behaviour } from '../../fakes/ollama-exchange.ts';
import {
  diesHalfway,
  inTurn,
  resetsBeforeHeaders,
  sendsErrorLine,
  stallsBeforeHeaders,
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
const wrong: [name: string, check: string, answer: string][] = [
  ['lost a number', 'numbers', 'A casa tem muitas janelas e uma porta vermelha.'],
  ['repeats the source', 'echo', source],
  ['is in another language', 'language', 'La maison a 12 fenêtres et une porte rouge, comme toujours.'],
];

describe.each(wrong)('a translation that %s', (_name, check, answer) => {
  it('is tried once more with a prompt that names the fault, and told to be repaired', async () => {
    ollama.tell(inTurn(answers([answer]), answers([good])));
    const { events, text } = await readAll(await translate(source));
    expect(text).toBe(good);
    const end = getOnly(events, 'segment');
    expect(end).toMatchObject({ status: 'translated', text: good });
    expect(end.checks).toContainEqual(expect.objectContaining({ check, status: 'repaired' }));
    expect(end.checks.filter(({ status }) => status !== 'repaired')).toEqual([]);
    expect(getOnly(events, 'done').complete).toBe(true);
    const [first, second] = listPrompts();
    expect(second?.length).toBeGreaterThan(first?.length ?? 0);
  });

  it('is delivered and labelled when the second one is no better', async () => {
    ollama.tell(answers([answer]));
    const { events, text } = await readAll(await translate(source));
    expect(text).toBe(answer);
    const { checks } = getOnly(events, 'segment');
    expect(checks).toContainEqual(expect.objectContaining({ check, status: 'failed' }));
    expect(listPrompts()).toHaveLength(2);
  });

  it('is neither looked through nor tried again with --checks off', async () => {
    await server.stop();
    server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off');
    ollama.tell(answers([answer]));
    const { events } = await readAll(await translate(source));
    expect(getOnly(events, 'segment')).toMatchObject({ status: 'translated', checks: [] });
    expect(listPrompts()).toHaveLength(1);
  });

  it('is not taken back by the original interface', async () => {
    ollama.tell(answers([answer]));
    const response = await server.post('/translate_stream', { text: source, language_dst: 'pt' });
    expect(await response.text()).toContain(`data: ${answer}\r\n`);
    expect(listPrompts()).toHaveLength(1);
  });
});

const failures: [name: string, behaviour: Behaviour][] = [
  ['breaks off', diesHalfway(['A casa'])],
  ['meets an error', sendsErrorLine(['A casa'], 'the runner stopped')],
];

it.each(failures)('a segment whose first answer %s is whole after the second', async (_name, behaviour) => {
  ollama.tell(inTurn(behaviour, answers([good])));
  const { events, text } = await readAll(await translate(`${source}\n`));
  expect(text).toBe(`${good}\n`);
  expect(getOnly(events, 'segment')).toMatchObject({ status: 'translated', text: `${good}\n` });
  expect(events.flatMap(({ event, data }) => (event === 'delta' ? [data.attempt] : []))).toEqual([
    1, 1, 2, 2,
  ]);
  expect(getOnly(events, 'done').complete).toBe(true);
});

it('a segment whose answer breaks off is not tried again with --checks off', async () => {
  await server.stop();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--checks', 'off');
  ollama.tell(diesHalfway(['A casa']));
  const { events } = await readAll(await translate(source));
  expect(getOnly(events, 'segment')).toMatchObject({ status: 'cut', error: { code: 'engine_incomplete' } });
  expect(listPrompts()).toHaveLength(1);
});

it('the original interface asks again as long as nothing was shown', async () => {
  ollama.tell(inTurn(sendsErrorLine([], 'the runner stopped'), answers([good])));
  const response = await server.post('/translate_stream', { text: source, language_dst: 'pt' });
  expect(await response.text()).toContain(`data: ${good}\r\n`);
});

it('a segment that was hit ends as cut when the engine is gone, and the stream in its error', async () => {
  ollama.tell(inTurn(diesHalfway(['A casa']), resetsBeforeHeaders()));
  const { events, text } = await readAll(await translate(`${source}\n\nMore.`));
  expect(getOnly(events, 'segment')).toMatchObject({ status: 'cut', error: { code: 'engine_unavailable' } });
  expect(text).toBe('A casa\n\n');
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'engine_unavailable' } });
});

it('an engine that answers no segment any more is given up after the second', async () => {
  await server.stop();
  server = await startTestServer(
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--first-token-timeout', '100ms'],
  );
  ollama.tell(stallsBeforeHeaders());
  const { events } = await readAll(await translate('One.\n\nTwo.\n\nThree.'));
  const ends = events.flatMap(({ event, data }) => (event === 'segment' ? [data.status] : []));
  expect(ends).toEqual(['failed', 'failed']);
  expect(events.at(-1)).toMatchObject({ event: 'error', data: { code: 'timeout' } });
  expect(listPrompts()).toHaveLength(3);
});

it('an engine that was silent once and then answers goes on with the rest', async () => {
  await server.stop();
  server = await startTestServer(
    ...['--ollama-host', ollama.url, '--engine', 'ollama', '--first-token-timeout', '100ms'],
  );
  ollama.tell(inTurn(stallsBeforeHeaders(), stallsBeforeHeaders(), answers(['Dois.'])));
  const { events, text } = await readAll(await translate('One.\n\nTwo.'));
  expect(text).toBe('\n\nDois.');
  expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'failed' });
});

it('silence in mid-stream is a timeout of its segment, after one more try', async () => {
  await server.stop();
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', '--stall-timeout', '10s');
  ollama.tell(inTurn(stallsMidStream(['A casa']), answers([good])));
  const { text } = await readAll(await translate(source));
  expect(text).toBe(good);
}, 20_000);

function translate(text: string): Promise<Response> {
  return server.post('/v1/translate', { text, target: 'pt', source: 'en' });
}

function listPrompts(): string[] {
  return ollama.requests
    .filter(({ path }) => path === '/api/chat')
    .map(({ body }) => body?.messages?.map(({ content }) => content).join('\n') ?? '');
}
