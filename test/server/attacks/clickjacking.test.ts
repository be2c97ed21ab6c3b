import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { send } from '../send-raw.ts';
import { startTestServer, type TestServer } from '../start-test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

describe.each(['/pair', '/translate', '/docs'])('%s', (path) => {
  it('can be neither framed, kept hold of, cached, nor run foreign code', async () => {
    const { status, headers } = await send(server.url, `GET ${path}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')?.toLowerCase()).toBe('text/html; charset=utf-8');
    const policy = headers.get('content-security-policy')?.split('; ');
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ]),
    );
    expect(policy?.join()).not.toMatch(/unsafe|\*|https?:/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(['iframe', 'frame', 'embed', 'object'])('does not even answer an element %s', async (element) => {
    for (const site of ['cross-site', 'same-site']) {
      const answer = await send(server.url, `GET ${path}`, [
        ['Sec-Fetch-Site', site],
        ['Sec-Fetch-Mode', 'navigate'],
        ['Sec-Fetch-Dest', element],
      ]);
      expect(answer.status).toBe(403);
      expect(answer.body).not.toContain('<');
    }
  });
});
