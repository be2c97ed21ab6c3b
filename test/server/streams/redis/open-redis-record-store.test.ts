import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRedisRecordStore } from '../../../../server/streams/redis/open-redis-record-store.ts';
import { findFreePort } from '../../find-free-port.ts';
import { startRedis, type TestRedis } from '../../start-redis.ts';

const lines: string[] = [];
const log = pino({}, { write: (line) => lines.push(line) });
let redis: TestRedis;

beforeAll(async () => {
  redis = await startRedis({ password: 'sesame' });
});

afterAll(() => redis.stop());

it('opens with the password in the address', async () => {
  const store = await openRedisRecordStore({ url: redis.url, deadlineMs: 1000, log });
  expect(await store.findClaim('key')).toBeUndefined();
  await store.close();
});

it('refuses with the address of a Redis that does not answer, without its password', async () => {
  const port = await findFreePort();
  const opening = openRedisRecordStore({
    url: `redis://me:secret@127.0.0.1:${port}/1`,
    deadlineMs: 1000,
    log,
  });
  await expect(opening).rejects.toMatchObject({
    code: 'invalid_request',
    message: `Redis does not answer at redis://127.0.0.1:${port} (--redis-url).`,
  });
  expect(lines).toEqual([]);
});

it.each([
  ['', 'NOAUTH'],
  [':secret@', 'WRONGPASS'],
])('says that Redis does not let it in with "%s"', async (credentials, word) => {
  const url = redis.url.replace(':sesame@', credentials);
  const failure = (await openRedisRecordStore({ url, deadlineMs: 1000, log }).catch(
    (error: unknown) => error,
  )) as Error;
  expect(failure.message).toMatch(new RegExp(`^Redis refuses the connection \\(${word}\\) at redis://127`));
  expect(failure.message).not.toContain('secret');
});

it.each([
  '127.0.0.1:6379',
  'http://127.0.0.1:6379',
  '/tmp/redis.sock',
  'redis://',
  'redis://h:secret',
  'redis://h?db=1',
])('refuses --redis-url %s', async (url) => {
  const failure = (await openRedisRecordStore({ url, deadlineMs: 1000, log }).catch(
    (error: unknown) => error,
  )) as Error;
  expect(failure.message).toMatch(/^--redis-url must be/);
  expect(failure.message).not.toContain('secret');
});
