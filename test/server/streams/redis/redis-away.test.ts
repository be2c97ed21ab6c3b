import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RedisRecordStore } from '../../../../server/streams/redis/redis-record-store.ts';
import { createStreamId, StreamStore } from '../../../../server/streams/stream-store.ts';
import { startRedis, type TestRedis } from '../../start-redis.ts';
import { collect, delta, done, staying } from '../stream-events.ts';
import { startLossyConnection } from './lossy-connection.ts';
import { openStore } from './open-store.ts';

const impatient = { patienceMs: 400, lifeMs: 3000 };
const absence = { code: 'internal', message: 'Redis does not answer.', hint: expect.any(String) as string };

let redis: TestRedis;
const stores: RedisRecordStore[] = [];
const said: string[] = [];

beforeEach(async () => {
  redis = await startRedis();
  said.length = 0;
});

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await redis.stop();
});

it('fails what needs Redis while it is away, ends readers, and works again as soon as it is back', async () => {
  const store = await open({ times: impatient });
  const id = createStreamId();
  const stream = await store.create(id);
  await stream.append(delta('a'));
  const reading = collect(store.read(id, 0, staying));
  reading.catch(() => undefined);
  await redis.kill();
  await expect(stream.append(delta('b'))).rejects.toMatchObject(absence);
  await expect(reading).rejects.toMatchObject({ code: 'stream_gone' });
  await expect(stream.append(delta('c'))).rejects.toMatchObject(absence);
  await stream.close();
  await expect(store.create(createStreamId())).rejects.toMatchObject(absence);
  // Whoever comes later does not wait in vain each time: together that would take eight seconds.
  for (let time = 0; time < 20; time += 1) await expect(store.find(id)).rejects.toMatchObject(absence);
  await expect(store.claim('key', { id, fingerprint: 'f' })).rejects.toMatchObject(absence);
  store.send({ type: 'cancel', id: createStreamId() });
  expect(said).toEqual(['lost']);

  await redis.restart();
  await expect.poll(() => said).toEqual(['lost', 'back']);
  const again = createStreamId();
  const other = await store.create(again);
  await other.append(done());
  await other.close();
  expect(await collect(store.read(again, 0, staying))).toHaveLength(1);
});

it('tells readers at another server, once Redis is back, of a stream that could not be written on', async () => {
  const [here, there] = [await open({ times: impatient }), await open({ times: impatient })];
  const id = createStreamId();
  const stream = await here.create(id);
  await stream.append(delta('a'));
  await redis.kill();
  await expect(stream.append(delta('b'))).rejects.toMatchObject(absence);
  await stream.close();
  await redis.restart();
  await expect.poll(() => there.find(id).catch(() => undefined)).toMatchObject({ isClosed: true });
  expect(await there.find(id)).toMatchObject({ last: 2, isComplete: false });
  await expect(collect(there.read(id, 0, staying))).rejects.toMatchObject({ code: 'stream_gone' });
  await expect(collect(there.read(id, 1, staying))).rejects.toMatchObject({ code: 'stream_gone' });
});

it('goes on after Redis came back empty, for readers who lack nothing', async () => {
  const [here, there] = [await open(), await open()];
  const id = createStreamId();
  const stream = await here.create(id);
  await stream.append(delta('a'));
  await stream.append(delta('b'));
  const events = there.read(id, 0, staying);
  expect([(await events.next()).value, (await events.next()).value]).toMatchObject([
    { number: 1 },
    { number: 2 },
  ]);
  const next = events.next();
  await redis.restart();
  await stream.append(delta('c'));
  expect(await next).toEqual({ done: false, value: { number: 3, event: delta('c') } });
  await stream.append(done());
  await stream.close();
  expect(await collect(events)).toEqual([{ number: 4, event: done() }]);
});

it('tells readers who lack events that these are gone, without waiting for the next event', async () => {
  const [here, there] = [await open(), await open()];
  const id = createStreamId();
  const stream = await here.create(id);
  await stream.append(delta('a'));
  await stream.append(delta('b'));
  await redis.restart();
  await expect.poll(() => there.find(id)).toMatchObject({ last: 2, isClosed: false, isAbandoned: false });
  await expect(collect(there.read(id, 1, staying))).rejects.toMatchObject({ code: 'stream_gone' });
  const next = there.read(id, 2, staying).next();
  await stream.append(delta('c'));
  expect(await next).toMatchObject({ value: { number: 3 } });
});

it('does not lose an event that was on its way when Redis went', async () => {
  const store = await open();
  const id = createStreamId();
  const stream = await store.create(id);
  const reading = collect(store.read(id, 0, staying));
  await stream.append(delta('a'));
  redis.pause();
  const appended = ['b', 'c'].map((text) => stream.append(delta(text)));
  redis.resume();
  await Promise.all(appended);
  await stream.append(done());
  await stream.close();
  expect((await reading).map(({ event }) => event)).toEqual([delta('a'), delta('b'), delta('c'), done()]);
});

it('adds an event once whose answer was lost', async () => {
  const lossy = await startLossyConnection(redis.url);
  const store = await openStore({ url: lossy.url });
  const id = createStreamId();
  const stream = await store.create(id);
  for (const text of ['a', 'b', 'c']) {
    lossy.loseNextAnswer();
    await stream.append(delta(text));
  }
  lossy.loseNextAnswer();
  await stream.close();
  const events = await collect(store.read(id, 0, staying));
  expect(events.map(({ event }) => event)).toEqual([delta('a'), delta('b'), delta('c')]);
  await store.close();
  lossy.close();
});

it('does not wait for a Redis that hangs', async () => {
  const store = await open({ times: impatient });
  const id = createStreamId();
  const stream = await store.create(id);
  await stream.append(delta('a'));
  const reading = collect(store.read(id, 0, staying));
  reading.catch(() => undefined);
  redis.pause();
  await expect(stream.append(delta('b'))).rejects.toMatchObject(absence);
  await expect(reading).rejects.toMatchObject({ code: 'stream_gone' });
  await expect.poll(() => said).toEqual(['lost']);
  redis.resume();
  await expect.poll(() => said).toEqual(['lost', 'back']);
  expect(await store.find(createStreamId())).toBeUndefined();
});

it('says what Redis refuses without saying what was sent', async () => {
  const store = await open();
  const stream = await store.create(createStreamId());
  await redis.restart({ maxmemory: '100kb' });
  await expect.poll(() => said).toEqual(['lost', 'back']);
  const failure = (await stream.append(delta('secret')).catch((error: unknown) => error)) as Error;
  expect(failure).toMatchObject({ code: 'internal', message: 'Redis refuses (OOM).' });
  expect(failure.cause).toBeUndefined();
});

it('tells readers of a stream of which Redis takes no more, and ends it as soon as there is room', async () => {
  const store = await open();
  const id = createStreamId();
  const stream = await store.create(id);
  await stream.append(delta('a'));
  const reading = collect(store.read(id, 0, staying));
  reading.catch(() => undefined);
  await redis.setMemory(1);
  await expect(stream.append(delta('b'))).rejects.toMatchObject({ code: 'internal' });
  await stream.close();
  await expect(reading).rejects.toMatchObject({ code: 'stream_gone' });
  await expect(collect(store.read(id, 0, staying))).rejects.toMatchObject({ code: 'stream_gone' });
  expect(await store.find(id)).toMatchObject({ isClosed: false, isAbandoned: true });
  await redis.setMemory(0);
  await expect.poll(() => store.find(id)).toMatchObject({ isClosed: true, isAbandoned: false });
});

it('is no riddle for whoever reads the log', async () => {
  const failures: unknown[] = [];
  const streams = new StreamStore({
    records: await open({ times: impatient }),
    graceMs: 0,
    maxStreams: 8,
    onFailure: (thrown) => failures.push(thrown),
  });
  const job = streams.startJob('job', {
    produce: async function* (signal) {
      while (!signal.aborted) {
        yield delta('a');
        await delay(20);
      }
    },
    createCancelled: () => done('cancelled'),
    onInteractive: () => undefined,
  });
  job.join(true);
  const id = createStreamId();
  const record = await streams.records.create(id);
  const ended = new Promise<void>((onEnd) => {
    streams.begin({ id, record, job, onEnd }, { resume: false });
  });
  await redis.kill();
  await ended;
  await job.ended;
  expect([failures, said]).toEqual([[], ['lost']]);
});

async function open(limits?: Parameters<typeof openStore>[1]): Promise<RedisRecordStore> {
  const store = await openStore(redis, { ...limits, say: (line) => said.push(line) });
  stores.push(store);
  return store;
}
