import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { reachesLengthLimit, sendsErrorLine } from '../../fakes/ollama-misfortunes.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

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

it('streams what the original streamed, byte by byte', async () => {
  ollama.tell(answers(['你', '好']));
  const response = await translate('Hello', '中文');
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(await response.text()).toBe(
    'event: message\r\ndata: 你\r\n\r\nevent: message\r\ndata: 好\r\n\r\nevent: end\r\ndata: [[END]]\r\n\r\n',
  );
});

it.each([
  ['Portuguese', 'Portuguese'],
  ['中文', 'Chinese'],
  ['français', 'French'],
  ['pt-BR', 'Portuguese (Brazil)'],
  ['法语', 'French'],
])('takes %s as the language', async (name, english) => {
  ollama.tell(answers(['x']));
  await (await translate('Hello', name)).text();
  expect(ollama.requests.at(-1)?.body?.messages?.[1]?.content).toContain(`into ${english}`);
});

it('refuses a language it does not know, with near ones', async () => {
  const response = await translate('Hello', 'Portugese');
  expect(response.status).toBe(422);
  expect(await response.json()).toMatchObject({
    code: 'unsupported_language',
    hint: expect.stringContaining('Portuguese') as string,
  });
});

it('hides what the model thinks', async () => {
  ollama.tell(answers(['<thi', 'nk>Hm.', '</think>', '\n\n', 'Olá']));
  expect(await (await translate('Hello', 'pt')).text()).toBe(
    'event: message\r\ndata: Olá\r\n\r\nevent: end\r\ndata: [[END]]\r\n\r\n',
  );
});

it('writes line breaks inside a piece as lines of one event', async () => {
  ollama.tell(answers(['a\nb\r', '\nc']));
  expect(await (await translate('Hello', 'pt')).text()).toBe(
    'event: message\r\ndata: a\r\ndata: b\r\n\r\nevent: message\r\ndata: \r\ndata: c\r\n\r\nevent: end\r\ndata: [[END]]\r\n\r\n',
  );
});

it.each([
  ['an error of the model', sendsErrorLine(['Ol'], 'the runner stopped'), 'engine_error'],
  ['the length limit', reachesLengthLimit(['Ol']), 'engine_incomplete'],
])('ends with an error and no end after %s', async (_name, behaviour, code) => {
  ollama.tell(behaviour);
  const text = await (await translate('Hello', 'pt')).text();
  expect(text).toMatch(/^event: message\r\ndata: Ol\r\n\r\nevent: error\r\ndata: \{/);
  expect(text).toContain(`"code":"${code}"`);
  expect(text).not.toContain('[[END]]');
});

it('gives the text of several paragraphs in order, joined exactly', async () => {
  ollama.tell(answers(['x']));
  const events = await (await translate('a\n\nb\n', 'pt')).text();
  const data = [...events.matchAll(/event: message\r\n(?<lines>(?:data: .*\r\n)+)/g)].map((match) =>
    (match.groups?.lines ?? '').replaceAll(/data: (.*)\r\n/g, '$1\n').slice(0, -1),
  );
  expect(data.join('')).toBe('x\n\nx\n');
});

function translate(text: string, language: string): Promise<Response> {
  return server.post('/translate_stream', { text, language_dst: language });
}
