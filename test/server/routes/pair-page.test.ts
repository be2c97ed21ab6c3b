import { afterEach, beforeEach, expect, it } from 'vitest';
import { expectCode } from '../access/expect-answer.ts';
import { send } from '../send-raw.ts';
import { chromiumOrigin, firefoxOrigin, startPairServer, type PairServer } from './pair-server.ts';

let server: PairServer;

beforeEach(async () => {
  server = await startPairServer();
});

afterEach(async () => {
  await server.stop();
});

it('can be neither framed, kept, cached, nor run foreign code', async () => {
  const { status, headers } = await send(server.url, 'GET /pair');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
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
  expect(Object.fromEntries(headers)).toMatchObject({
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

it('is not read by scripts, which could take its nonces: an extension that fetches it sends no Origin', async () => {
  for (const site of ['none', 'same-origin']) {
    const answer = await send(server.url, 'GET /pair', [
      ['Sec-Fetch-Site', site],
      ['Sec-Fetch-Mode', 'cors'],
      ['Sec-Fetch-Dest', 'empty'],
    ]);
    expectCode(answer, 'forbidden_origin');
  }
  expectCode(await send(server.url, 'GET /pair', [['Origin', chromiumOrigin]]), 'forbidden_origin');
});

it('answers to no other method', async () => {
  const answer = await send(server.url, 'DELETE /pair');
  expectCode(answer, 'method_not_allowed');
  expect(answer.headers.get('allow')).toBe('GET, POST');
});

it('lets another machine neither ask, decide, nor see the page', async () => {
  server.http.prependListener('connection', (socket) => {
    Object.defineProperty(socket, 'remoteAddress', { value: '192.168.1.7' });
  });
  expectCode(await server.ask(firefoxOrigin), 'forbidden_host');
  expectCode(await server.decide({ action: 'allow', origin: firefoxOrigin, nonce: 'x' }), 'forbidden_host');
  expectCode(await send(server.url, 'GET /pair'), 'forbidden_host');
});
