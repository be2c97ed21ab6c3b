import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RunningServer } from '../../../server/start-server.ts';
import { openConnection, type RawConnection } from '../open-connection.ts';
import { readProblem } from '../send-raw.ts';
import { startLimitedServer } from './start-limited-server.ts';

let server: RunningServer;

beforeEach(async () => {
  server = await startLimitedServer({ headersMs: 150, requestMs: 300 });
});

afterEach(async () => {
  await server.stop();
});

const post = 'POST /v1/detect HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';

it('ends headers that trickle in, with words', async () => {
  const connection = await openConnection(server.url);
  connection.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n');
  await trickle(connection, 'X-A: b\r\n');
  await expectLate(connection);
});

it('ends a body of a declared length that trickles in, with words', async () => {
  const connection = await openConnection(server.url);
  connection.write(`${post}Content-Length: 1000\r\n\r\n{"text":"`);
  await trickle(connection, 'a');
  await expectLate(connection);
});

it('ends a chunked body that trickles in, with words', async () => {
  const connection = await openConnection(server.url);
  connection.write(`${post}Transfer-Encoding: chunked\r\n\r\n9\r\n{"text":"\r\n`);
  await trickle(connection, '1\r\na\r\n');
  await expectLate(connection);
});

it('ends a refused body that trickles in, without a second answer', async () => {
  const connection = await openConnection(server.url);
  connection.write(`POST /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n`);
  await trickle(connection, 'a');
  expect((await connection.closed).match(/HTTP\/1\.1/g)).toHaveLength(1);
});

it('closes a connection that never sends anything, without a word', async () => {
  const connection = await openConnection(server.url);
  expect(await connection.closed).toBe('');
});

it('closes a connection that sends no second request', async () => {
  await server.stop();
  server = await startLimitedServer({ keepAliveMs: 100 });
  const connection = await openConnection(server.url);
  connection.write('GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
  expect((await connection.answered).status).toBe(200);
});

/** Until the server closes. */
async function trickle(connection: RawConnection, bytes: string): Promise<void> {
  const timer = setInterval(() => {
    connection.write(bytes);
  }, 20);
  await connection.closed;
  clearInterval(timer);
}

async function expectLate(connection: RawConnection): Promise<void> {
  const answer = await connection.answered;
  expect(answer.status).toBe(400);
  expect(readProblem(answer)).toMatchObject({
    code: 'invalid_request',
    detail: 'The request did not come to its end in time.',
  });
}
