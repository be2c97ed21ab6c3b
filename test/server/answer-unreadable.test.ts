import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection, sendUntilRefused } from './open-connection.ts';
import { sendBytes } from './send-raw.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

it.each([
  ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', 403],
  ['a header that never ends', `GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(40_000)}`, 400],
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  [
    'two lengths',
    'POST /v1/translate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  [
    'an expectation it does not know',
    'GET /health HTTP/1.1\r\nHost: evil.test\r\nExpect: x\r\nConnection: close\r\n\r\n',
    403,
  ],
])('answers a problem to bytes with %s', async (_name, bytes, status) => {
  const answer = await sendBytes(server.url, bytes);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

it('closes the connection of a client that goes on after its refusal', async () => {
  const connection = await openConnection(server.url);
  connection.write('hello\r\n\r\n');
  expect((await connection.answered).status).toBe(400);
  expect(await sendUntilRefused(connection)).toMatch(/ECONNRESET|EPIPE/);
});
