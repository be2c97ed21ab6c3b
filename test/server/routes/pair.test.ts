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

it('lets an extension in when the person allows it on the page, and out again', async () => {
  expect(await server.ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"pending"}' });
  expect((await send(server.url, 'GET /pair')).body).toContain('123456');
  expect(await server.decide(await server.readButton('allow', firefoxOrigin))).toMatchObject({
    status: 204,
    body: '',
  });
  expect(await server.ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"allowed"}' });
  const call = await send(server.url, 'GET /v1/languages', [['Origin', firefoxOrigin]]);
  expect(call.status).toBe(200);
  expect(call.headers.get('access-control-allow-origin')).toBe(firefoxOrigin);
  expect(await server.decide(await server.readButton('revoke', firefoxOrigin))).toMatchObject({
    status: 204,
  });
  expectCode(await send(server.url, 'GET /v1/languages', [['Origin', firefoxOrigin]]), 'pairing_required');
});

it('tells an extension that the person denied it', async () => {
  await server.ask(firefoxOrigin);
  await server.decide(await server.readButton('deny', firefoxOrigin));
  expect(await server.ask(firefoxOrigin)).toMatchObject({ status: 202, body: '{"state":"denied"}' });
  expectCode(await send(server.url, 'GET /v1/languages', [['Origin', firefoxOrigin]]), 'pairing_required');
});

it('tells a known build that it is allowed, without asking anybody', async () => {
  expect(await server.ask(chromiumOrigin)).toMatchObject({ status: 202, body: '{"state":"allowed"}' });
  expect(server.pairing.list().pending).toEqual([]);
});

it('takes no more than five questions at once', async () => {
  for (const name of 'abcde') await server.ask(`moz-extension://${name}`);
  const answer = await server.ask(firefoxOrigin);
  expectCode(answer, 'too_many_requests');
  expect(answer.headers.get('retry-after')).toBe('300');
});
