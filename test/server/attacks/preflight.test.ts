import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, type RawHeaders } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { expectProblem, expectUnreadable } from '../access/expect-answer.ts';
import { chromiumOrigin, firefoxOrigin } from '../access/make-facts.ts';

const appOrigin = 'https://app.example';

let server: TestServer;
let guarded: TestServer;

beforeAll(async () => {
  server = await startTestServer('--allow-origin', appOrigin);
  guarded = await startTestServer('--allow-origin', appOrigin, '--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), guarded.stop()]);
});

describe('a preflight', () => {
  const asks: RawHeaders = [
    ['Access-Control-Request-Method', 'POST'],
    ['Access-Control-Request-Headers', 'content-type,idempotency-key'],
  ];

  it.each([appOrigin, chromiumOrigin])(
    'of the allowed origin %s is answered exactly, also without the token',
    async (origin) => {
      for (const to of [server, guarded]) {
        const answer = await send(to.url, 'OPTIONS /v1/translate', [['Origin', origin], ...asks]);
        expect(answer).toMatchObject({ status: 204, body: '' });
        const headers = [...answer.headers].filter(
          ([name]) => name.startsWith('access-control-') || name === 'vary',
        );
        expect(Object.fromEntries(headers)).toEqual({
          'access-control-allow-origin': origin,
          'access-control-allow-methods': 'GET, POST, DELETE',
          'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
          'access-control-max-age': '600',
          vary: 'Origin, Access-Control-Request-Private-Network',
        });
      }
    },
  );

  it('is told that the private network is meant, where it asks', async () => {
    const headers: RawHeaders = [
      ['Origin', appOrigin],
      ...asks,
      ['Access-Control-Request-Private-Network', 'true'],
    ];
    const answer = await send(server.url, 'OPTIONS /v1/translate', headers);
    expect(answer.headers.get('access-control-allow-private-network')).toBe('true');
  });

  it.each([
    ['http://evil.example', 'forbidden_origin'],
    ['null', 'forbidden_origin'],
    [firefoxOrigin, 'pairing_required'],
  ])('of %s is refused', async (origin, code) => {
    for (const path of ['/v1/translate', '/pair']) {
      const headers: RawHeaders = [
        ['Origin', origin],
        ...asks,
        ['Access-Control-Request-Private-Network', 'true'],
      ];
      const answer = await send(server.url, `OPTIONS ${path}`, headers);
      expectProblem(answer, 403, code);
      expectUnreadable(answer);
    }
  });
});

describe('an allowed origin', () => {
  it.each([
    ['GET /v1/languages', 200],
    ['GET /nothing', 404],
    ['GET /v1/translate', 405],
    ['POST /v1/translate', 415],
  ])('may read the answer to %s, %i', async (line, status) => {
    const headers: RawHeaders = [
      ['Origin', appOrigin],
      ['Content-Length', '0'],
    ];
    const answer = await send(server.url, line, headers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(answer.headers.get('access-control-expose-headers')).toBe('Allow, Retry-After, WWW-Authenticate');
    expect(answer.headers.get('vary')).toContain('Origin');
    expect(answer.headers.has('access-control-allow-credentials')).toBe(false);
  });

  it('may read that a token is needed', async () => {
    const answer = await send(guarded.url, 'GET /v1/languages', [['Origin', appOrigin]]);
    expectProblem(answer, 401, 'unauthorized');
    expect(answer.headers.get('access-control-allow-origin')).toBe(appOrigin);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });
});

it('is answered without CORS headers when it is a local program', async () => {
  const answer = await send(server.url, 'GET /v1/languages');
  expect(answer.status).toBe(200);
  expectUnreadable(answer);
  expect(answer.headers.get('vary')).toContain('Origin');
});
