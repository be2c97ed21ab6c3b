import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, sendRaw } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { expectProblem } from './expect-answer.ts';

let server: TestServer;
let guarded: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  guarded = await startTestServer('--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), guarded.stop()]);
});

describe('the Host on the wire', () => {
  const hosts = [
    '127.1',
    '2130706433',
    '0x7f.1',
    'evil.localhost',
    '127.0.0.1.nip.io',
    '[::ffff:127.0.0.1]',
    '127.0.0.1@evil.example',
    'evil.example@127.0.0.1:9000',
    '0.0.0.0:9000',
    'evil.example',
    '',
  ];

  it.each(hosts)('is refused as "%s", before the body is read', async (host) => {
    const type = ['Content-Type', 'application/json'] as const;
    const headers = [['Host', host], type, ['Content-Length', '10000000']] as const;
    // What follows the headers never comes: only an answer that waits for no body ends this test.
    const answer = await sendRaw(server.url, { line: 'POST /v1/translate', headers });
    expectProblem(answer, 403, 'forbidden_host');
  });

  it.each(['127.0.0.1', 'LOCALHOST.', 'localhost:1', '[::1]', '[::1]:9000'])(
    'is answered as "%s"',
    async (host) => {
      expect(await sendRaw(server.url, { headers: [['Host', host]] })).toMatchObject({ status: 200 });
    },
  );

  it.each([
    ['127.0.0.1', 'evil.example'],
    ['evil.example', '127.0.0.1'],
    ['127.0.0.1', '127.0.0.1'],
  ])('is refused when there are two, %s and %s', async (first, second) => {
    const headers = [
      ['Host', first],
      ['hOST', second],
    ] as const;
    expectProblem(await sendRaw(server.url, { headers }), 403, 'forbidden_host');
  });

  it.each(['GET http://evil.example/health', 'GET http://127.0.0.1/health', 'OPTIONS *'])(
    'is not overruled by the request line "%s"',
    async (line) => {
      expectProblem(await send(server.url, line), 403, 'forbidden_host');
    },
  );

  it('is not left out', async () => {
    const answer = await sendRaw(server.url, {});
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.body).not.toContain('ok');
  });
});

it.each(['X-Forwarded-For', 'x-forwarded-host', 'Forwarded', 'Via'])(
  'refuses what a proxy passed on with %s, unless it carries the token',
  async (name) => {
    const headers = [[name, '127.0.0.1']] as const;
    expectProblem(await send(server.url, 'GET /v1/languages', headers), 403, 'forbidden_host');
    expectProblem(await send(guarded.url, 'GET /v1/languages', headers), 401, 'unauthorized');
    const token = ['Authorization', 'Bearer s3cret'] as const;
    const answer = await send(guarded.url, 'GET /v1/languages', [...headers, token]);
    expect(answer.status).toBe(200);
  },
);
