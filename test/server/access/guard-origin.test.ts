import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, type RawHeaders } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { expectProblem, expectUnreadable } from './expect-answer.ts';
import { chromiumOrigin, firefoxOrigin } from './make-facts.ts';

let server: TestServer;
let guarded: TestServer;

beforeAll(async () => {
  server = await startTestServer();
  guarded = await startTestServer('--token', 's3cret');
});

afterAll(async () => {
  await Promise.all([server.stop(), guarded.stop()]);
});

describe('a page elsewhere', () => {
  const origins = [
    'http://evil.example',
    'null',
    '',
    'http://127.0.0.1:1',
    'http://127.0.0.1',
    `${chromiumOrigin}.evil`,
  ];

  it.each(origins)(
    'cannot post from "%s", neither JSON nor the types a form sends without a preflight',
    async (origin) => {
      const types = [
        'application/json',
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ];
      for (const type of types) {
        const headers = [
          ['Origin', origin],
          ['Content-Type', type],
          ['Content-Length', '1'],
        ] as const;
        const answer = await send(server.url, 'POST /v1/translate', headers, '{');
        expectProblem(answer, 403, 'forbidden_origin');
        expectUnreadable(answer);
      }
    },
  );

  it('is refused before it has sent what it says it will send', async () => {
    const headers = [
      ['Origin', 'http://evil.example'],
      ['Content-Length', '10000000'],
    ] as const;
    expectProblem(await send(server.url, 'POST /v1/translate', headers), 403, 'forbidden_origin');
  });

  it('is refused when a second Origin is put beside a good one', async () => {
    const headers = [
      ['Origin', new URL(server.url).origin],
      ['Origin', 'http://evil.example'],
    ] as const;
    expectProblem(await send(server.url, 'GET /health', headers), 403, 'forbidden_origin');
  });

  it.each(['cross-site', 'same-site'])(
    'cannot load anything as an image or frame when it is %s',
    async (site) => {
      for (const destination of ['image', 'iframe', 'script']) {
        const headers = [
          ['Sec-Fetch-Site', site],
          ['Sec-Fetch-Mode', 'no-cors'],
          ['Sec-Fetch-Dest', destination],
        ] as const;
        for (const path of ['/health', '/v1/languages', '/translate', '/pair', '/pages/assets/pair.js']) {
          expectProblem(await send(server.url, `GET ${path}`, headers), 403, 'forbidden_origin');
        }
      }
    },
  );

  it('cannot take away a stream', async () => {
    const headers = [['Origin', 'http://evil.example']] as const;
    expectProblem(await send(server.url, 'DELETE /v1/streams/7', headers), 403, 'forbidden_origin');
  });

  it('may link to the start page', async () => {
    const headers = [
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Mode', 'navigate'],
      ['Sec-Fetch-Dest', 'document'],
    ] as const;
    expect(await send(server.url, 'GET /', headers)).toMatchObject({ status: 302 });
    expectProblem(await send(server.url, 'GET /v1/languages', headers), 403, 'forbidden_origin');
  });
});

describe('an unknown extension', () => {
  it.each([
    'GET /v1/languages',
    'GET /pair',
    'POST /v1/translate',
    'DELETE /v1/streams/7',
    'PUT /pair',
    'POST /pair/x',
    'GET /nothing',
  ])('is asked to pair at %s', async (line) => {
    const answer = await send(server.url, line, [
      ['Origin', firefoxOrigin],
      ['Content-Length', '0'],
    ]);
    expectProblem(answer, 403, 'pairing_required');
    expectUnreadable(answer);
  });

  it('is let in by the token', async () => {
    const headers: RawHeaders = [
      ['Origin', firefoxOrigin],
      ['Authorization', 'Bearer s3cret'],
    ];
    expect(await send(guarded.url, 'GET /v1/languages', headers)).toMatchObject({ status: 200 });
  });
});
