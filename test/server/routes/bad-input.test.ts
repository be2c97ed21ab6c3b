import { afterAll, beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../../shared/problem.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { expectCode } from '../access/expect-answer.ts';
import { send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let ollama: FakeOllama;
let server: TestServer;

beforeAll(async () => {
  ollama = await startFakeOllama();
  const limits = ['--max-chars', '1000', '--max-texts', '10', '--body-limit', '20kb'];
  server = await startTestServer('--ollama-host', ollama.url, '--engine', 'ollama', ...limits);
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

const json = { 'content-type': 'application/json' };
const good = JSON.stringify({ text: 'a', target: 'pt' });

const cases: [string, number, string, RequestInit][] = [
  ['an empty text', 400, 'invalid_request', { headers: json, body: '{"text":"","target":"pt"}' }],
  ['no text', 400, 'invalid_request', { headers: json, body: '{"target":"pt"}' }],
  ['an unknown field', 400, 'invalid_request', { headers: json, body: '{"text":"a","target":"pt","x":1}' }],
  [
    'a field of the wrong type',
    400,
    'invalid_request',
    { headers: json, body: '{"text":["a"],"target":"pt"}' },
  ],
  [
    'a lone surrogate',
    400,
    'invalid_request',
    { headers: json, body: String.raw`{"text":"\ud800","target":"pt"}` },
  ],
  ['broken JSON', 400, 'invalid_request', { headers: json, body: '{"text":' }],
  ['no body', 400, 'invalid_request', { headers: json }],
  [
    'bytes that are no UTF-8',
    400,
    'invalid_request',
    { headers: json, body: Buffer.from('{"text":"\xff","target":"pt"}', 'latin1') },
  ],
  [
    'an unknown target',
    422,
    'unsupported_language',
    { headers: json, body: '{"text":"a","target":"Portugese"}' },
  ],
  [
    'an unknown source',
    422,
    'unsupported_language',
    { headers: json, body: '{"text":"a","target":"pt","source":"zzz"}' },
  ],
  [
    'a text over the limit',
    422,
    'text_too_long',
    { headers: json, body: JSON.stringify({ text: 'a'.repeat(1001), target: 'pt' }) },
  ],
  [
    'texts that are over it together',
    422,
    'text_too_long',
    { headers: json, body: JSON.stringify({ texts: ['a'.repeat(600), 'a'.repeat(600)], target: 'pt' }) },
  ],
  [
    'too many texts',
    422,
    'text_too_long',
    { headers: json, body: JSON.stringify({ texts: Array.from({ length: 11 }, () => 'a'), target: 'pt' }) },
  ],
  [
    '10 MB',
    413,
    'payload_too_large',
    { headers: json, body: JSON.stringify({ text: 'a'.repeat(10_000_000), target: 'pt' }) },
  ],
  ['plain text', 415, 'unsupported_media_type', { headers: { 'content-type': 'text/plain' }, body: good }],
  [
    'a form',
    415,
    'unsupported_media_type',
    { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'text=a' },
  ],
  [
    'a type that only begins right',
    415,
    'unsupported_media_type',
    { headers: { 'content-type': 'application/json-seq' }, body: good },
  ],
  [
    'another encoding',
    415,
    'unsupported_media_type',
    { headers: { 'content-type': 'application/json; charset=utf-16' }, body: good },
  ],
  [
    'a compressed body',
    415,
    'unsupported_media_type',
    { headers: { ...json, 'content-encoding': 'gzip' }, body: good },
  ],
  [
    'a foreign Origin',
    403,
    'forbidden_origin',
    { headers: { ...json, origin: 'https://evil.example' }, body: good },
  ],
  ['the Origin null', 403, 'forbidden_origin', { headers: { ...json, origin: 'null' }, body: good }],
  [
    'an Origin on another port',
    403,
    'forbidden_origin',
    { headers: { ...json, origin: 'http://127.0.0.1:1' }, body: good },
  ],
  [
    'a foreign Sec-Fetch-Site',
    403,
    'forbidden_origin',
    { headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: good },
  ],
  [
    'X-Forwarded-For',
    403,
    'forbidden_host',
    { headers: { ...json, 'x-forwarded-for': '1.2.3.4' }, body: good },
  ],
];

it.each(cases)('refuses %s with %i %s', async (_name, status, code, init) => {
  const before = ollama.requests.length;
  const response = await fetch(`${server.url}/v1/translate`, { method: 'POST', ...init });
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(problemSchema.parse(await response.json())).toMatchObject({ status, code });
  expect(response.status).toBe(status);
  expect(ollama.requests.slice(before).filter(({ path }) => path === '/api/chat')).toEqual([]);
});

it('says that a body is too large before it is sent', async () => {
  const answer = await send(server.url, 'POST /v1/translate', [
    ['Content-Type', 'application/json'],
    ['Content-Length', '10000000'],
  ]);
  expectCode(answer, 'payload_too_large');
});

it('says what is missing beside what is wrong', async () => {
  const response = await server.post('/v1/translate', { target: '' });
  const { errors } = problemSchema.parse(await response.json());
  expect(errors?.map(({ path }) => path)).toEqual(['target', '']);
});

it('tells of unknown fields by their names, and not more than a few', async () => {
  const unknown = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`${index}`.padStart(200, 'x'), 1]),
  );
  const response = await server.post('/v1/translate', { text: 'a', target: 'pt', ...unknown });
  const body = await response.text();
  expect(response.status).toBe(400);
  expect(body.length).toBeLessThan(2000);
});

it.each([
  ['a stream id that is no text', 'DELETE', '/v1/streams/%ff', {}],
  ['a part of a page', 'GET', '/translate', { range: 'bytes=9999999-' }],
  ['a page of another age', 'GET', '/translate', { 'if-match': '"x"' }],
])('finds no fault of its own in %s', async (_name, method, path, headers) => {
  const response = await fetch(server.url + path, { method, headers });
  expect(response.status).toBeLessThan(500);
});

it('lists everything that is wrong at once, by field', async () => {
  const response = await server.post('/v1/translate', { texts: ['a', 1], target: '', formality: 'x' });
  const { errors } = problemSchema.parse(await response.json());
  expect(errors?.map(({ path }) => path).sort()).toEqual(['formality', 'target', 'texts.1']);
});

it('never repeats what was sent', async () => {
  const bodies = [
    '{"text":"secret sentence',
    '{"text":"secret","target":"secret"}',
    '{"text":1,"target":"pt","instructions":2}',
  ];
  for (const body of bodies) {
    const response = await fetch(`${server.url}/v1/translate`, { method: 'POST', headers: json, body });
    expect(await response.text()).not.toContain('secret');
  }
});

it.each([
  ['an unknown path', 'GET', '/nowhere', 404, 'not_found'],
  ['a wrong method', 'PUT', '/v1/translate', 405, 'method_not_allowed'],
  ['GET where POST is meant', 'GET', '/translate_stream', 405, 'method_not_allowed'],
])('answers %s with a problem', async (_name, method, path, status, code) => {
  const response = await fetch(server.url + path, { method });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code });
});

it('answers HEAD also while its body is still coming', async () => {
  const chunked = [['Transfer-Encoding', 'chunked']] as const;
  expect((await send(server.url, 'HEAD /v1/detect', chunked)).status).toBe(405);
});

it('names the methods that are possible', async () => {
  const response = await fetch(`${server.url}/v1/translate`, { method: 'PUT' });
  expect(response.headers.get('allow')).toBe('POST');
});
