import { afterEach, beforeEach, expect, it } from 'vitest';
import { addNamedToken } from '../../../server/access/named-tokens.ts';
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

it('keeps one question of an extension that asks over and over, and room for others', async () => {
  const flood = Array.from({ length: 100 }, (_, index) => String(index).padStart(6, '0'));
  await Promise.all(flood.map((code) => server.ask(firefoxOrigin, code)));
  expect(server.pairing.list().pending).toHaveLength(1);
  for (const name of 'abcd') expect((await server.ask(`moz-extension://${name}`)).status).toBe(202);
});

it('lists the programs with a token, and takes the token away from the one whose button is clicked', async () => {
  for (const name of ['kept', 'revoked']) addNamedToken(server.accessList, name);
  const button = await server.readButton('revoke', 'revoked');
  expect(await server.decide(button)).toMatchObject({ status: 204, body: '' });
  expect(server.pairing.listTokens().map(({ name }) => name)).toEqual(['kept']);
  expect((await send(server.url, 'GET /pair')).body).not.toContain('revoked');
});

it('revokes one thing at a time, and by its own button', async () => {
  addNamedToken(server.accessList, 'reader');
  await server.ask(firefoxOrigin);
  await server.decide(await server.readButton('allow', firefoxOrigin));
  const { nonce } = await server.readButton('revoke', 'reader');
  for (const subject of [{}, { token: 'reader', origin: firefoxOrigin }, { token: 1 }, { name: 'reader' }]) {
    expectCode(await server.decide({ action: 'revoke', ...subject, nonce }), 'invalid_request');
  }
  expectCode(await server.decide({ action: 'deny', token: 'reader', nonce }), 'invalid_request');
  expectCode(await server.decide({ action: 'revoke', origin: firefoxOrigin, nonce }), 'invalid_request');
  expect(server.pairing.listTokens()).toHaveLength(1);
  expect(server.pairing.isAllowed(firefoxOrigin)).toBe(true);
});
