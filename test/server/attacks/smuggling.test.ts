import { afterAll, beforeAll, expect, it } from 'vitest';
import type { RunningServer } from '../../../server/start-server.ts';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { repeatsForever } from '../../fakes/ollama-misfortunes.ts';
import { openConnection } from '../open-connection.ts';
import { startLimitedServer } from './start-limited-server.ts';

let ollama: FakeOllama;
let server: RunningServer;

beforeAll(async () => {
  ollama = await startFakeOllama({ behaviour: repeatsForever('a b ', 20) });
  server = await startLimitedServer({ keepAliveMs: 1 }, '--ollama-host', ollama.url, '--engine', 'ollama');
});

afterAll(async () => {
  await server.stop();
  await ollama.close();
});

/** What no body may become: a request with an answer of its own. */
const hidden = 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
const { length } = hidden;

const chunk = 'c\r\n{"text":"a"}\r\n';
const lastChunk = '0\r\n\r\n';

const wish = '{"text":"x","target":"pt"}';
const translate = post(`Content-Length: ${wish.length}`).replace('detect', 'translate') + wish;

function post(...lines: string[]): string {
  const head = ['POST /v1/detect HTTP/1.1', 'Host: 127.0.0.1', 'Content-Type: application/json', ...lines];
  return `${head.join('\r\n')}\r\n\r\n`;
}

function chunked(body: string): string {
  return post('Transfer-Encoding: chunked') + body;
}

const refused: [string, string][] = [
  ['a length before a coding', post('Content-Length: 5', 'Transfer-Encoding: chunked') + lastChunk],
  ['a length after a coding', post('Transfer-Encoding: chunked', 'Content-Length: 5') + lastChunk],
  ['two lengths', post('Content-Length: 0', `Content-Length: ${length}`)],
  ['the same length twice', post('Content-Length: 0', 'Content-Length: 0')],
  ['a list of lengths', post(`Content-Length: 0, ${length}`)],
  ['a length with a plus', post(`Content-Length: +${length}`)],
  ['a length below zero', post('Content-Length: -1')],
  ['a length in hexadecimal', post('Content-Length: 0x10')],
  ['a length with a space inside', post('Content-Length: 1 0')],
  ['a space before the colon of the length', post(`Content-Length : ${length}`)],
  ['an empty length', post('Content-Length:')],
  ['a length that overflows', post(`Content-Length: ${'9'.repeat(30)}`)],
  ['an unknown coding', post('Transfer-Encoding: xchunked') + chunk + lastChunk],
  ['a coding after chunked', post('Transfer-Encoding: chunked, identity') + chunk + lastChunk],
  ['a coding before chunked', post('Transfer-Encoding: gzip, chunked') + chunk + lastChunk],
  ['the coding identity', post('Transfer-Encoding: identity') + chunk + lastChunk],
  ['identity before chunked', post('Transfer-Encoding: identity, chunked') + chunk + lastChunk],
  ['two codings', post('Transfer-Encoding: chunked', 'Transfer-Encoding: identity') + chunk + lastChunk],
  ['a coding in quotes', post('Transfer-Encoding: "chunked"') + chunk + lastChunk],
  ['a vertical tab before the coding', post('Transfer-Encoding:\vchunked') + chunk + lastChunk],
  ['a zero byte after the coding', post('Transfer-Encoding: chunked\0') + chunk + lastChunk],
  ['a space before the colon of the coding', post('Transfer-Encoding : chunked') + chunk + lastChunk],
  ['a folded coding', post('Transfer-Encoding:\r\n chunked') + chunk + lastChunk],
  ['a folded header', post('X-A: b\r\n c')],
  ['a folded first header', 'GET / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n'],
  ['lines that end in LF', post().replaceAll('\r\n', '\n')],
  ['an LF in a value', post('X-A: b\nTransfer-Encoding: chunked')],
  ['a CR in a value', post('X-A: b\rContent-Length: 0')],
  ['a chunk size that ends in LF', chunked('c\n{"text":"a"}\r\n0\r\n\r\n')],
  ['a chunk size with 0x', chunked(`0x${chunk}${lastChunk}`)],
  ['a chunk size with a space', chunked('c \r\n{"text":"a"}\r\n0\r\n\r\n')],
  ['a chunk size that overflows', chunked(`1000000000000000${chunk}${lastChunk}`)],
  ['a chunk that ends in LF', chunked('c\r\n{"text":"a"}\n0\r\n\r\n')],
  ['a chunk that is longer than its size', chunked(`b${chunk.slice(1)}${lastChunk}`)],
  ['a chunk extension with an LF', chunked('c;a\nb\r\n{"text":"a"}\r\n0\r\n\r\n')],
  ['a long chunk extension', chunked(`c;${'a'.repeat(20_000)}\r\n{"text":"a"}\r\n0\r\n\r\n`)],
  ['an end of chunks with LF', chunked(`${chunk}0\n\n`)],
  ['chunks in HTTP/1.0', chunked(chunk + lastChunk).replace('1.1', '1.0\r\nConnection: keep-alive')],
  ['HTTP/2.0', 'GET /health HTTP/2.0\r\nHost: 127.0.0.1\r\n\r\n'],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['HTTP/1.2', 'GET /health HTTP/1.2\r\nHost: 127.0.0.1\r\n\r\n'],
  ['a tab in the method', 'GE\tT /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'],
];

it.each(refused)('refuses %s, and reads nothing after it', async (_name, bytes) => {
  expect(await listStatuses(bytes + hidden)).toEqual([400]);
});

const framed: [string, string, number[]][] = [
  ['a body of a declared length', post(`Content-Length: ${length}`) + hidden, [400]],
  [
    'a GET with a body',
    `GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: ${length}\r\n\r\n${hidden}`,
    [404],
  ],
  ['chunks with an extension', chunked(`c;a=b\r\n{"text":"a"}\r\n${lastChunk}`), [200]],
  ['a tab before the coding', post('Transfer-Encoding:\tchunked') + chunk + lastChunk, [200]],
  ['a length in the trailer', chunked(`${chunk}0\r\nX-Length: 3\r\n\r\n`), [200]],
  ['a refused request', 'POST /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\nabc', [404]],
  ['a refused Host', 'POST /nowhere HTTP/1.1\r\nHost: evil.example\r\nContent-Length: 3\r\n\r\nabc', [403]],
];

it.each(framed)('after %s reads the next request where it begins', async (_name, bytes, statuses) => {
  const next = 'GET /nowhere/else HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n';
  expect(await listStatuses(bytes + next)).toEqual([...statuses, 404]);
});

it('is no tunnel', async () => {
  const bytes = 'CONNECT example.com:443 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n';
  expect(await listStatuses(bytes + hidden)).toEqual([405]);
});

it('does not change to another protocol', async () => {
  const upgrade = 'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n';
  expect(await listStatuses(upgrade)).toEqual([200]);
});

it('reads nothing after a body that it refused for its length', async () => {
  const endless = `fffff\r\n${'a'.repeat(0xfffff)}\r\n`.repeat(3);
  expect(await listStatuses(chunked(endless + lastChunk) + hidden)).toEqual([413]);
});

it.each([
  ['a body that is too long', chunked(`fffff\r\n${'a'.repeat(0xfffff)}\r\n`.repeat(3) + lastChunk)],
  [
    'a body that HTTP/1.0 does not have',
    chunked(chunk + lastChunk).replace('1.1', '1.0\r\nConnection: keep-alive'),
  ],
])('does nothing that stands behind %s', async (_name, bytes) => {
  const stream = await openConnection(server.url);
  stream.write(translate);
  await stream.until(/event: delta/);
  const id = /^id: (?<id>[^:]+):1$/m.exec(stream.text())?.groups?.['id'] ?? '';
  await listStatuses(`${bytes}DELETE /v1/streams/${id} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`);
  // Whoever cancelled would have been heard by now.
  await stream.until(/(event: delta[^]*){5}|event: done/);
  expect(stream.text()).not.toContain('event: done');
  stream.socket.destroy();
});

/** Of every answer until the server closes, which it does soon where it expects nothing more. */
async function listStatuses(bytes: string): Promise<number[]> {
  const connection = await openConnection(server.url);
  connection.write(bytes);
  const answers = await connection.closed;
  connection.socket.destroy();
  return [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));
}
