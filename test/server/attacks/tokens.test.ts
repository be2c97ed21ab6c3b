import { afterAll, beforeAll, expect, it } from 'vitest';
import { startDragoman, type RunningDragoman } from '../../e2e/browsers/start-dragoman.ts';
import { addNamedToken, removeNamedToken } from '../../../server/access/named-tokens.ts';
import { createDataFolder, type DataFolder } from '../access/data-folder.ts';
import { expectCode } from '../access/expect-answer.ts';
import { send, type RawHeaders } from '../send-raw.ts';

const secret = 'canary-9b1e-secret';

let folder: DataFolder;
let named: string;
let server: RunningDragoman;

beforeAll(async () => {
  folder = createDataFolder();
  named = addNamedToken(folder.open(), 'nightly-job');
  server = await startDragoman('--token', secret, '--data-dir', folder.path, '--log-level', 'debug');
});

afterAll(async () => {
  await server.stop();
  folder.remove();
});

function bearer(token: string): RawHeaders {
  return [['Authorization', `Bearer ${token}`]];
}

it('opens nothing by a token that stands anywhere but in its header', async () => {
  for (const token of [secret, named]) {
    const lines = ['token', 'access_token', 'authorization', 'key', 'Authorization', 'bearer'].map(
      (name) => `GET /v1/languages?${name}=${token}`,
    );
    for (const line of lines) expectCode(await send(server.url, line), 'unauthorized');
    for (const name of ['Cookie', 'X-Api-Key', 'X-Token', 'Proxy-Authorization', 'Referer']) {
      const value = `token=${token}`;
      expectCode(await send(server.url, 'GET /v1/languages', [[name, value]]), 'unauthorized');
    }
    const basic = `Basic ${Buffer.from(`nightly-job:${token}`).toString('base64')}`;
    const answer = await send(server.url, 'GET /v1/languages', [['Authorization', basic]]);
    expectCode(answer, 'unauthorized');
    expectCode(await send(server.url, 'GET /v1/languages', bearer(`${token}, x`)), 'unauthorized');
  }
});

it('takes no part of a token, nor more than it', async () => {
  for (const token of [secret, named]) {
    const near = [token.slice(0, -1), token.slice(1), `${token}x`, token.toUpperCase(), `${token}\0`];
    for (const wrong of [...near, '', 'nightly-job', 'undefined', '[object Object]']) {
      const answer = await send(server.url, 'GET /v1/languages', bearer(wrong));
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
    expect((await send(server.url, 'GET /v1/languages', bearer(token))).status).toBe(200);
  }
});

it('lets nobody in with a token that was taken away', async () => {
  const token = addNamedToken(folder.open(), 'for-a-while');
  expect((await send(server.url, 'GET /v1/languages', bearer(token))).status).toBe(200);
  removeNamedToken(folder.open(), 'for-a-while');
  expectCode(await send(server.url, 'GET /v1/languages', bearer(token)), 'unauthorized');
});

it('writes no token, right or wrong, into the log, the metrics, or an answer', async () => {
  const secrets = new RegExp(`canary-9b1e|${named.slice(-12)}`);
  const paths = ['/health', '/metrics', '/openapi.json', '/v1/engines', '/pair', '/docs', '/nothing'];
  for (const token of [secret, named, 'canary-9b1e-wrong']) {
    for (const path of paths) {
      const { headers, body } = await send(server.url, `GET ${path}?token=${token}`, bearer(token));
      expect(JSON.stringify([...headers]) + body).not.toMatch(secrets);
    }
  }
  const { body } = await send(server.url, 'GET /pair', bearer(secret));
  expect(body).toContain('nightly-job');
  expect(server.readOutput()).not.toMatch(secrets);
});
