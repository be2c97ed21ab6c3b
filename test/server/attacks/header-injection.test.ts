import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDragoman, type RunningDragoman } from '../../e2e/browsers/start-dragoman.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { sendBytes, type RawAnswer } from '../send-raw.ts';

let ollama: FakeOllama;
let server: RunningDragoman;

beforeAll(async () => {
  ollama = await startFakeOllama({ behaviour: answers(['Olá']) });
  const flags = ['--ollama-host', ollama.url, '--engine', 'ollama', '--log-level', 'debug'];
  server = await startDragoman(...flags, '--allow-origin', 'https://app.example');
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

const canary = 'x-canary-7e3f';

/** What ends a line, or is taken for an end of one, somewhere; each character is a byte. */
const payloads: [name: string, payload: string][] = [
  ['CR LF', `a\r\n${canary}: 1`],
  ['two CR LF in percents', `a%0d%0a%0d%0aHTTP/1.1 200 OK%0d%0a${canary}`],
  ['LF', `a\n${canary}: 1`],
  ['CR', `a\r${canary}: 1`],
  ['a fold', `a\r\n ${canary}: 1`],
  ['NUL', `a\0${canary}`],
  ['an escape sequence', `a\u001B[2J\u009B31m${canary}`],
  ['CR LF in percents', `a%0d%0a${canary}:%201`],
  ['CR LF in percents of UTF-16', `a%E5%98%8D%E5%98%8A${canary}`],
  ['letters that cut to CR LF', Buffer.from(`a\u560D\u560A${canary}`).toString('latin1')],
  ['a line separator', Buffer.from(`a\u2028${canary}`).toString('latin1')],
  ['bytes that are no UTF-8', `a\u00FF\u00C3${canary}`],
  ['much', canary.repeat(400)],
];

const tooMuch: [name: string, payload: string] = ['more than fits', canary.repeat(2000)];

const headerNames = [
  'Host',
  'Origin',
  'Authorization',
  'Accept',
  'Accept-Language',
  'Content-Type',
  'Idempotency-Key',
  'Last-Event-ID',
  'Access-Control-Request-Method',
  'Access-Control-Request-Headers',
  'Access-Control-Request-Private-Network',
  'Sec-Fetch-Site',
  'Expect',
  'Referer',
  'Cookie',
  'User-Agent',
];

it.each(payloads)(
  '%s in a header goes into no header of the answer and into no log',
  async (_name, payload) => {
    for (const name of headerNames) {
      expectClean(await send('POST /v1/translate', { [name]: payload }));
      expectClean(await send('OPTIONS /v1/translate', { Origin: 'https://app.example', [name]: payload }));
      expectClean(await send('GET /v1/streams/AAAAAAAAAAAAAAAAAAAAAA', { [name]: payload }));
    }
    expectCleanLog();
  },
);

it.each([...payloads, tooMuch])('%s in the name of a header does not either', async (_name, payload) => {
  for (const prefix of ['', 'X-Forwarded-']) {
    expectClean(await send('GET /v1/languages', { [prefix + payload]: 'a' }));
  }
  expectCleanLog();
});

it.each([...payloads, tooMuch])('%s in the request line does not either', async (_name, payload) => {
  const paths = ['/', '/v1/streams/', '/v1/streams/AAAAAAAAAAAAAAAAAAAAAA?after=', '/pages/assets/', '//'];
  for (const path of paths) {
    for (const method of ['GET', 'DELETE']) expectClean(await send(`${method} ${path}${payload}`, {}));
  }
  expectClean(await send(`${payload} /health`, {}));
  expectCleanLog();
});

it.each(payloads)('%s in the body does not either', async (_name, payload) => {
  const text = 'Good morning.';
  const bodies = [
    { text, target: payload },
    { text, target: 'pt', source: payload },
    { text, target: 'pt', model: payload },
    { text, target: 'pt', engine: payload },
    { text, target: 'pt', instructions: payload, context: { title: payload } },
    { text, target: 'pt', [payload]: payload },
    { text: payload, target: 'pt' },
  ];
  for (const body of bodies) expectClean(await post('/v1/translate', body));
  expectClean(await post('/translate_stream', { text, language_dst: payload }));
  expectClean(await post('/pair', { action: payload, origin: payload, nonce: payload, code: payload }));
  expectCleanLog();
});

function send(line: string, headers: Record<string, string>, body = ''): Promise<RawAnswer> {
  const all = { Host: '127.0.0.1', 'Content-Length': String(body.length), ...headers, Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return sendBytes(server.url, `${line} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
}

function post(path: string, body: object): Promise<RawAnswer> {
  const bytes = Buffer.from(JSON.stringify(body)).toString('latin1');
  return send(`POST ${path}`, { 'Content-Type': 'application/json' }, bytes);
}

/** One answer, with nothing in its head that was sent. */
function expectClean({ status, headers, body }: RawAnswer): void {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).not.toBe(500);
  const head = JSON.stringify([...headers]);
  expect(head).not.toContain(canary);
  expect(head).not.toMatch(/[^ -~]|%0d|\\u/i);
  expect(body).not.toMatch(/^HTTP\/1\.1 /m);
}

/** Lines that the server wrote, with nothing in them that was sent. */
function expectCleanLog(): void {
  const [, ...lines] = server.readOutput().split(/^Extension: .*\n.*\n/m);
  const log = lines.join('\n');
  expect(log).not.toContain(canary);
  for (const line of log.split('\n').filter((one) => one.startsWith('{'))) {
    expect(JSON.parse(line)).toHaveProperty('msg');
  }
}
