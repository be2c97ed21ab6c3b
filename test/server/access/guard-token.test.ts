import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send, type RawHeaders } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';
import { expectProblem } from './expect-answer.ts';

let guarded: TestServer;

beforeAll(async () => {
  guarded = await startTestServer('--token', 's3cret');
});

afterAll(async () => {
  await guarded.stop();
});

describe('a server with a token', () => {
  it('asks for it at every route of its own description', async () => {
    const headers: RawHeaders = [['Authorization', 'Bearer s3cret']];
    const description = await send(guarded.url, 'GET /openapi.json', headers);
    const { paths } = JSON.parse(description.body) as { paths: Record<string, object> };
    const lines = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const open = new Set(['GET /health', 'GET /translate', 'GET /docs']);
    expect(lines).toEqual(expect.arrayContaining([...open, 'POST /v1/translate', 'GET /pair', 'POST /pair']));
    for (const line of lines.filter((entry) => !open.has(entry))) {
      expectProblem(await send(guarded.url, line), 401, 'unauthorized');
    }
  });

  it.each([
    'GET /',
    'GET /nothing',
    'PATCH /health',
    'POST /translate',
    'GET /HEALTH',
    'GET //health',
    'OPTIONS /v1/translate',
  ])('asks for it at %s', async (line) => {
    expectProblem(await send(guarded.url, line, [['Content-Length', '0']]), 401, 'unauthorized');
  });

  it.each(['Bearer wrong', 'Bearer', 'Basic s3cret', 's3cret', 'Bearer s3crets'])(
    'does not take "%s"',
    async (value) => {
      const answer = await send(guarded.url, 'GET /v1/languages', [['Authorization', value]]);
      expectProblem(answer, 401, 'unauthorized');
      expect(answer.body).not.toContain('s3cret');
    },
  );

  it('tells that it lives without it', async () => {
    expect(await send(guarded.url, 'GET /health')).toMatchObject({ status: 200 });
  });

  it('does not let a page elsewhere in by it', async () => {
    const headers: RawHeaders = [
      ['Origin', 'http://evil.example'],
      ['Authorization', 'Bearer s3cret'],
    ];
    expectProblem(await send(guarded.url, 'GET /v1/languages', headers), 403, 'forbidden_origin');
  });
});
