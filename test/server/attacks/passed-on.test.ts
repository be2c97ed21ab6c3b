import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectProblem } from '../access/expect-answer.ts';
import { send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;
let guarded: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  guarded = await startTestServer('--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), guarded.stop()]);
});

it.each(['X-Forwarded-For', 'x-forwarded-host', 'Forwarded', 'Via', 'X-Real-IP', 'CF-Connecting-IP'])(
  'what a proxy passed on with %s is refused, unless it carries the token',
  async (name) => {
    const headers = [[name, '127.0.0.1']] as const;
    expectProblem(await send(server.url, 'GET /v1/languages', headers), 403, 'forbidden_host');
    expectProblem(await send(guarded.url, 'GET /v1/languages', headers), 401, 'unauthorized');
    const token = ['Authorization', 'Bearer s3cret'] as const;
    const answer = await send(guarded.url, 'GET /v1/languages', [...headers, token]);
    expect(answer.status).toBe(200);
  },
);
