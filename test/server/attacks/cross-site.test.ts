import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { answers } from '../../fakes/ollama-answers.ts';
import { expectProblem, expectUnreadable } from '../access/expect-answer.ts';
import { send, type RawHeaders } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama({ behaviour: answers(['Olá']) });
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama');
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

beforeEach(() => {
  ollama.requests.length = 0;
});

const body = '{"text":"Good morning, friends.","target":"pt"}';
const evil = ['Origin', 'http://evil.example'] as const;

/** As current browsers send them. */
function describeFetch(site: string, mode: string, destination: string): RawHeaders {
  return [
    ['Sec-Fetch-Site', site],
    ['Sec-Fetch-Mode', mode],
    ['Sec-Fetch-Dest', destination],
  ];
}

function post(path: string, type: string, headers: RawHeaders) {
  const length = ['Content-Length', String(body.length)] as const;
  const all: RawHeaders = [...headers, ...(type ? [['Content-Type', type] as const] : []), length];
  return send(server.url, `POST ${path}`, all, body);
}

const simpleTypes = [
  'text/plain',
  'text/plain;charset=UTF-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
];

const forms: [name: string, headers: RawHeaders][] = [
  ['a form', [evil, ...describeFetch('cross-site', 'navigate', 'document')]],
  ['a form in a frame', [evil, ...describeFetch('cross-site', 'navigate', 'iframe')]],
  [
    'a form of a sandboxed frame',
    [['Origin', 'null'], ...describeFetch('cross-site', 'navigate', 'document')],
  ],
  ['a form that hides its origin', describeFetch('cross-site', 'navigate', 'document')],
  ['fetch without CORS', [evil, ...describeFetch('cross-site', 'no-cors', 'empty')]],
  [
    'fetch from another port',
    [['Origin', 'http://127.0.0.1:1'], ...describeFetch('same-site', 'no-cors', 'empty')],
  ],
  ['a browser that names only the origin', [evil]],
  ['a browser that names only the site', [['Sec-Fetch-Site', 'cross-site']]],
];

describe.each(forms)('%s', (_name, headers) => {
  it.each(['application/json', ...simpleTypes])('has nothing translated by a POST of %s', async (type) => {
    for (const path of ['/v1/translate', '/translate_stream', '/v1/detect', '/pair']) {
      const answer = await post(path, type, headers);
      expectProblem(answer, 403, 'forbidden_origin');
      expectUnreadable(answer);
    }
    expect(ollama.requests).toEqual([]);
  });
});

it.each([...simpleTypes, 'text/json', 'application/json-seq', 'application/json, text/plain', ''])(
  'a POST of "%s", which needs no preflight, does nothing even from a browser that tells nothing',
  async (type) => {
    for (const path of ['/v1/translate', '/translate_stream', '/v1/detect', '/pair']) {
      expectProblem(await post(path, type, []), 415, 'unsupported_media_type');
    }
    expect(ollama.requests).toEqual([]);
  },
);

it('a page is refused before it has sent what it says it will send', async () => {
  const answer = await send(server.url, 'POST /v1/translate', [evil, ['Content-Length', '1000000']]);
  expectProblem(answer, 403, 'forbidden_origin');
});

it.each(['cross-site', 'same-site'])('a page that is %s can load nothing into itself', async (site) => {
  const ways = [
    describeFetch(site, 'no-cors', 'image'),
    describeFetch(site, 'no-cors', 'script'),
    describeFetch(site, 'no-cors', 'style'),
    describeFetch(site, 'navigate', 'iframe'),
    describeFetch(site, 'navigate', 'object'),
    describeFetch(site, 'cors', 'empty'),
    describeFetch(site, 'websocket', 'websocket'),
  ];
  for (const headers of ways) {
    for (const path of ['/health', '/v1/languages', '/translate', '/pair', '/pages/assets/pair.js']) {
      expectProblem(await send(server.url, `GET ${path}`, headers), 403, 'forbidden_origin');
    }
  }
});

it('a page can take away no stream', async () => {
  for (const headers of [[evil], describeFetch('cross-site', 'no-cors', 'empty')]) {
    expectProblem(await send(server.url, 'DELETE /v1/streams/7', headers), 403, 'forbidden_origin');
  }
});

it('a page may link to our pages, and to nothing else', async () => {
  const headers = describeFetch('cross-site', 'navigate', 'document');
  expect(await send(server.url, 'GET /', headers)).toMatchObject({ status: 302 });
  expect(await send(server.url, 'GET /translate', headers)).toMatchObject({ status: 200 });
  for (const path of [
    '/v1/languages',
    '/metrics',
    '/openapi.json',
    '/v1/streams/7',
    '/translate/',
    '/nothing',
  ]) {
    expectProblem(await send(server.url, `GET ${path}`, headers), 403, 'forbidden_origin');
  }
  for (const method of ['POST', 'HEAD', 'PUT']) {
    const answer = await send(server.url, `${method} /pair`, headers);
    expect(answer.status).toBe(403);
  }
});
