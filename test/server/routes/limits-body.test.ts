import { request as createRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectCode } from '../access/expect-answer.ts';
import { openConnection } from '../open-connection.ts';
import { send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer('--body-limit', '100kb');
});

afterAll(async () => {
  await server.stop();
});

const post = 'POST /v1/detect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
const body = '{"text":"a"}';
const type = ['Content-Type', 'application/json'] as const;

it('stops reading a chunked body at the limit, however much would follow', async () => {
  const connection = await openConnection(server.url);
  connection.write(`${post}Transfer-Encoding: chunked\r\n\r\n`);
  const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
  const timer = setInterval(() => {
    connection.write(chunk);
  }, 1);
  const answer = await connection.answered;
  expectCode(answer, 'payload_too_large');
  expect(answer.headers.get('connection')).toBe('close');
  if (!connection.socket.destroyed) await new Promise((resolve) => connection.socket.once('close', resolve));
  clearInterval(timer);
});

it('takes a chunked body that is as long as the limit', async () => {
  const padded = body.padEnd(100 * 1024);
  const connection = await openConnection(server.url);
  const chunk = `${padded.length.toString(16)}\r\n${padded}\r\n0\r\n\r\n`;
  connection.write(`${post}Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}`);
  expect((await connection.answered).status).toBe(200);
});

it('shows its refusal to a client that sends everything before it reads', async () => {
  const connection = await openConnection(server.url);
  connection.socket.pause();
  const most = `100000\r\n${' '.repeat(0x100000)}\r\n`.repeat(4);
  const sent = new Promise((resolve) => {
    connection.socket.write(`${post}Transfer-Encoding: chunked\r\n\r\n${most}0\r\n\r\n`, resolve);
  });
  await sent;
  connection.socket.resume();
  expectCode(await connection.answered, 'payload_too_large');
});

it('asks for a body that it wants, and for none that it refuses', async () => {
  const expectation = `Expect: 100-continue\r\nConnection: close\r\n`;
  const wanted = await openConnection(server.url);
  wanted.write(`${post}${expectation}Content-Length: ${body.length}\r\n\r\n`);
  await wanted.until(/^HTTP\/1\.1 100 Continue\r\n\r\n$/);
  wanted.write(body);
  expect(await wanted.closed).toContain('HTTP/1.1 200 OK');
  for (const refused of [
    `${post}${expectation}Content-Length: 1000000\r\n\r\n`,
    `${post.replace('127.0.0.1', 'evil.example')}${expectation}Content-Length: 10\r\n\r\n`,
    `${post.replace('application/json', 'text/plain')}${expectation}Content-Length: 10\r\n\r\n`,
    `${post.replace('/v1/detect', '/nowhere')}${expectation}Content-Length: 10\r\n\r\n`,
  ]) {
    const connection = await openConnection(server.url);
    connection.write(refused);
    expect(await connection.closed).toMatch(/^HTTP\/1\.1 4(03|04|13|15) /);
  }
});

it('serves a client of Node that waits to be asked', async () => {
  const status = await new Promise((resolve, reject) => {
    const request = createRequest(`${server.url}/v1/detect`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Expect: '100-continue', 'Content-Length': body.length },
    });
    request.once('continue', () => request.end(body));
    request.once('response', (response) => {
      resolve(response.resume().statusCode);
    });
    request.once('error', reject);
    request.flushHeaders();
  });
  expect(status).toBe(200);
});

it('says that a body ended too early', async () => {
  const connection = await openConnection(server.url);
  connection.write(`${post}Content-Length: 100\r\n\r\n${body}`);
  connection.socket.end();
  const answer = await connection.answered;
  expect(answer.status).toBe(400);
  expect(answer.body).toContain('The request ended too early.');
});

it('reads no more than Content-Length says', async () => {
  const answer = await send(server.url, 'POST /v1/detect', [type, ['Content-Length', '5']], body);
  expectCode(answer, 'invalid_request');
});

it.each(['gzip', 'br', 'deflate', 'identity, gzip', 'x'])('refuses the encoding %s', async (encoding) => {
  const length = ['Content-Length', String(body.length)] as const;
  const headers = [type, ['Content-Encoding', encoding], length] as const;
  expectCode(await send(server.url, 'POST /v1/detect', headers, body), 'unsupported_media_type');
});

it.each(['utf-16', 'utf-16le', 'iso-8859-1', 'utf-7', 'utf-8; charset=utf-16', 'utf8x', ''])(
  'refuses the charset "%s"',
  async (charset) => {
    const headers = [
      ['Content-Type', `application/json; charset=${charset}`],
      ['Content-Length', String(body.length)],
    ] as const;
    expectCode(await send(server.url, 'POST /v1/detect', headers, body), 'unsupported_media_type');
  },
);

it.each([
  ['a byte order mark', 'application/json', `\u{FEFF}${body}`],
  ['a charset in capitals', 'application/json; charset=UTF-8', body],
  ['a charset in quotes', 'application/json;charset="utf-8"', body],
])('takes %s', async (_name, contentType, sent) => {
  const response = await fetch(`${server.url}/v1/detect`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: sent,
  });
  expect(response.status).toBe(200);
});

it.each([
  ['nothing', ''],
  ['white space', ' \n'],
  ['two values', `${body}${body}`],
  ['a comment', `${body}// a`],
  ['UTF-16', Buffer.from(`\u{FEFF}${body}`, 'utf16le')],
  ['a byte order mark in the middle', `{\u{FEFF}"text":"a"}`],
  ['an overlong form', Buffer.from('{"text":"\xc0\xaf"}', 'latin1')],
  ['a surrogate in UTF-8', Buffer.from('{"text":"\xed\xa0\x80"}', 'latin1')],
])('refuses %s for a body', async (_name, sent) => {
  const response = await fetch(`${server.url}/v1/detect`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: sent,
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'invalid_request' });
});
