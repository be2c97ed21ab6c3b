import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEventStream } from '../../../shared/event-stream-reader.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { onlyThinks, splitsCharacters, tricklesBytes } from '../../fakes/ollama-misfortunes.ts';
import { getOnly, readAll, startTestServer, type TestServer } from '../start-test-server.ts';

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

/** What the model says, and what must reach the reader (where it is not the same). */
const answersToKeep: [string, string[], string?][] = [
  ['newline tokens', ['a', '\n', '\n', 'b', '\n', 'c']],
  ['tokens with spaces at both ends', ['a ', ' b', '  ', 'c']],
  ['CR and CRLF', ['a\r', 'b\r\n', 'c\r', '\nd']],
  ['U+0085', ['a\u0085', '\u0085b']],
  ['U+2028 and U+2029', ['a\u2028b', '\u2029', 'c']],
  ['NUL', ['a\0b', '\0', 'c']],
  ['emoji joined by ZWJ', ['👩‍', '👩‍👧', '‍👦 e 🇧🇷']],
  ['the words of the protocol', ['data: x\n', 'event: end\n', 'id: 1\n', ': c\n', 'retry: 1\n\n', '[[END]]']],
  ['an end mark alone', ['[[END]]']],
  ['a byte order mark', ['\uFEFFa', '\uFEFF', 'b'], 'a\uFEFFb'],
  ['a think block cut over chunks', ['<', 'th', 'ink', '>a', 'b</th', 'ink', '>', '\nOlá'], 'Olá'],
  ['a think block in one chunk with the answer', ['<think>hm</think>Olá'], 'Olá'],
  ['a think tag that belongs to the translation', ['A etiqueta <think> ', 'e </think> ', 'no texto.']],
  ['what only looks like a think tag', ['<thin', 'g> é', ' <think']],
];

describe.each(answersToKeep)('an answer with %s', (_name, tokens, expected = tokens.join('')) => {
  it('reaches a reader of /v1/translate exactly', async () => {
    ollama.tell(answers(tokens));
    const { text, events } = await readAll(await server.post('/v1/translate', { text: 'x', target: 'pt' }));
    expect(text).toBe(expected);
    expect(getOnly(events, 'done').complete).toBe(true);
  });

  it('reaches a reader of /translate_stream with line breaks as LF', async () => {
    ollama.tell(answers(tokens));
    expect(await readOriginal()).toBe(expected.replaceAll(/\r\n?/g, '\n'));
  });
});

it('keeps characters whole that are cut inside UTF-8 on their way', async () => {
  for (const behaviour of [splitsCharacters(['Olá, 👩‍👩‍👧‍👦 世界']), tricklesBytes(['Olá, 👩‍👩‍👧‍👦 世界'])]) {
    ollama.tell(behaviour);
    const { text } = await readAll(await server.post('/v1/translate', { text: 'x', target: 'pt' }));
    expect(text).toBe('Olá, 👩‍👩‍👧‍👦 世界');
  }
});

it.each([
  ['in tags that never close', answers(['<think>', 'hm, hm'])],
  ['in a field of its own', onlyThinks(['hm, ', 'hm'])],
])('says that a model only thought, %s', async (_name, behaviour) => {
  ollama.tell(behaviour);
  const { events, text } = await readAll(await server.post('/v1/translate', { text: 'x', target: 'pt' }));
  expect(text).toBe('');
  expect(getOnly(events, 'segment')).toMatchObject({
    status: 'failed',
    error: { code: 'engine_incomplete' },
  });
  expect(getOnly(events, 'done')).toMatchObject({ complete: false, reason: 'failed' });
});

it('brings any answer in any pieces to the reader, apart from its outer white space', async () => {
  const piece = fc.string({ unit: 'grapheme', maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
      ollama.tell(answers(['(', ...pieces, ')']));
      const { text } = await readAll(await server.post('/v1/translate', { text: 'x', target: 'pt' }));
      expect(text).toBe(`(${pieces.join('')})`);
    }),
    { numRuns: 40 },
  );
});

async function readOriginal(): Promise<string> {
  const response = await server.post('/translate_stream', { text: 'x', language_dst: 'pt' });
  let text = '';
  for await (const { type, data } of readEventStream(response.body ?? failWithoutBody())) {
    if (type === 'message') text += data;
  }
  return text;
}

function failWithoutBody(): never {
  throw new Error('The answer has no body.');
}
