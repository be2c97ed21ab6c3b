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
