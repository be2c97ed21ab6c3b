import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { RedisRecordStore } from '../../../../server/streams/redis/redis-record-store.ts';
import type { StreamNote } from '../../../../server/streams/record-store.ts';
import { createStreamId } from '../../../../server/streams/stream-store.ts';
import { startRedis, type TestRedis } from '../../start-redis.ts';
import { collect, delta, done, staying } from '../stream-events.ts';
import { openStore } from './open-store.ts';
import { RedisFigures } from './redis-figures.ts';

let redis: TestRedis;
let client: Redis;
let figures: RedisFigures;
const stores: RedisRecordStore[] = [];

beforeAll(async () => {
  redis = await startRedis();
  client = new Redis(redis.url);
  figures = new RedisFigures(client);
});

afterAll(async () => {
  client.disconnect();
  await redis.stop();
});

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  await expect.poll(() => figures.countConnections()).toBe(1);
});

it('lets a stream be read at another server, as it comes', async () => {
  const [here, there] = [await open(), await open()];
  const id = createStreamId();
  const stream = await here.create(id);
  const events = there.read(id, 0, staying);
  for (const text of ['a', 'b']) {
    await stream.append(delta(text));
    expect((await events.next()).value).toMatchObject({ event: delta(text) });
  }
  expect(await there.find(id)).toMatchObject({ last: 2, isClosed: false, isAbandoned: false });
  await stream.append(done());
  await stream.close();
  expect(await collect(there.read(id, 2, staying))).toEqual([{ number: 3, event: done() }]);
});

it('tells the server of a stream, and no other', async () => {
  const [producer, sender, bystander] = [await open(), await open(), await open()];
  const id = createStreamId();
  await producer.create(id);
  const heard: Record<string, StreamNote[]> = { producer: [], sender: [], bystander: [] };
  producer.onNote((note) => heard.producer?.push(note));
  sender.onNote((note) => heard.sender?.push(note));
  bystander.onNote((note) => heard.bystander?.push(note));
  await expect.poll(() => client.pubsub('CHANNELS', 'dragoman:*')).toHaveLength(3);
  sender.send({ type: 'reading', id, reader: 'r' });
  producer.send({ type: 'left', id, reader: 'r' });
  sender.send({ type: 'cancel', id: createStreamId() });
  sender.send({ type: 'cancel', id });
  await expect.poll(() => heard.producer).toHaveLength(2);
  expect(heard).toEqual({
    producer: [
      { type: 'reading', id, reader: 'r' },
      { type: 'cancel', id },
    ],
    sender: [],
    bystander: [],
  });
});

it('gives a claim to one of several servers', async () => {
  const servers = [await open(), await open()];
  const claims = servers.map(() => ({ id: createStreamId(), fingerprint: 'f' }));
  const key = createStreamId();
  const holders = await Promise.all(
    servers.map((server, index) => server.claim(key, claims[index] ?? fail())),
  );
  expect(holders[0]).toEqual(holders[1]);
});

it('gives readers of a server that died what it wrote, and tells them that the rest is gone', async () => {
  const times = { patienceMs: 3000, lifeMs: 300 };
  const [here, there] = [await open({ times }), await open({ times })];
  const id = createStreamId();
  const stream = await here.create(id);
  await stream.append(delta('a'));
  const reading = readUntilGone(there, id);
  const whole = createStreamId();
  await (await here.create(whole)).close();
  await here.close();
  expect(await reading).toEqual({ numbers: [1], code: 'stream_gone' });
  expect(await there.find(id)).toMatchObject({ isAbandoned: true, last: 1 });
  expect(await readUntilGone(there, id)).toEqual({ numbers: [1], code: 'stream_gone' });
  expect(await there.find(whole)).toMatchObject({ isAbandoned: false, isClosed: true });
});

it('does not take a server for dead that writes nothing for longer than it lives', async () => {
  const times = { patienceMs: 3000, lifeMs: 1200 };
  const [here, there] = [await open({ times }), await open({ times })];
  const id = createStreamId();
  const stream = await here.create(id);
  const events = there.read(id, 0, staying);
  const next = events.next();
  const beats = await figures.countBeats();
  // Each says it six times in its life.
  await expect.poll(() => figures.countBeats()).toBeGreaterThan(beats + 16);
  await stream.append(delta('a'));
  expect(await next).toMatchObject({ value: { number: 1 } });
});

it('lets readers go quietly when their own server stops, since the stream goes on', async () => {
  const [here, there] = [await open(), await open()];
  const id = createStreamId();
  await (await here.create(id)).append(delta('a'));
  const events = there.read(id, 0, staying);
  await events.next();
  const next = events.next();
  await there.close();
  expect(await next).toEqual({ done: true, value: undefined });
});

it('lets readers of its own streams read on to the end before it closes', async () => {
  const [here, there] = [await open(), await open()];
  const [own, foreign] = [createStreamId(), createStreamId()];
  const stream = await here.create(own);
  await (await there.create(foreign)).append(delta('a'));
  for (let count = 0; count < 300; count += 1) await stream.append(delta('a'));
  const [lagging, waiting] = [own, foreign].map((id) => here.read(id, 0, staying));
  await lagging?.next();
  await waiting?.next();
  const next = waiting?.next();
  here.leave();
  expect(await next).toEqual({ done: true, value: undefined });
  await stream.append(done());
  await stream.close();
  expect(await collect(lagging ?? here.read(own, 0, staying))).toHaveLength(300);
});

it('waits for hundreds of streams on a few connections and without asking again and again', async () => {
  const store = await open();
  const ids = Array.from({ length: 300 }, createStreamId);
  const streams = await Promise.all(ids.map((id) => store.create(id)));
  const readers = ids.map((id) => ({ id, leaving: new AbortController() }));
  const readings = readers.map(({ id, leaving }) => store.read(id, 0, leaving.signal).next());
  await expect.poll(() => figures.countBlocked()).toBe(4);
  expect(await figures.countConnections()).toBeLessThanOrEqual(8);
  const [calls, beats] = [await figures.countCommands(), await figures.countBeats()];
  await expect.poll(() => figures.countBeats()).toBeGreaterThan(beats + 2);
  expect((await figures.countCommands()) - calls).toBeLessThan(100);
  await Promise.all(streams.map((stream) => stream.append(delta('a'))));
  for (const reading of readings) expect(await reading).toMatchObject({ value: { number: 1 } });
  for (const { leaving } of readers) leaving.abort();
});

it('does not let a reader wait for those who wait already', async () => {
  const store = await open();
  // Readers of streams whose ids begin alike share a connection.
  const begin = async () => {
    const id = `A${createStreamId()}`;
    const stream = await store.create(id);
    await stream.append(delta('a'));
    const [leaving, looks] = [new AbortController(), await figures.countLooks()];
    const next = store.read(id, 1, leaving.signal).next();
    // Having found the record and seen that there is no more it waits.
    await expect.poll(() => figures.countLooks()).toBe(looks + 2);
    return { stream, leaving, next };
  };
  const idle = await begin();
  for (let number = 0; number < 20; number += 1) {
    await expect.poll(() => figures.countBlocked()).toBe(1);
    const { stream, next } = await begin();
    await stream.append(delta('b'));
    expect(await next).toMatchObject({ value: { number: 2 } });
  }
  idle.leaving.abort();
});

it('keeps nothing in Redis for ever', async () => {
  const store = await open();
  const id = createStreamId();
  const stream = await store.create(id);
  await store.claim(createStreamId(), { id, fingerprint: 'f' });
  await stream.append(delta('a'));
  const reading = collect(store.read(id, 0, staying));
  const second = store.create(createStreamId());
  await (await second).append(delta('b'));
  await stream.close();
  await reading;
  const keys = await client.keys('*');
  expect(keys.length).toBeGreaterThan(4);
  const kept = await Promise.all(keys.map((key) => client.pttl(key)));
  expect(kept.filter((milliseconds) => milliseconds < 0)).toEqual([]);
});

async function open(limits?: Parameters<typeof openStore>[1]): Promise<RedisRecordStore> {
  const store = await openStore(redis, limits);
  stores.push(store);
  return store;
}

async function readUntilGone(store: RedisRecordStore, id: string) {
  const numbers: number[] = [];
  try {
    for await (const { number } of store.read(id, 0, staying)) numbers.push(number);
  } catch (error) {
    return { numbers, code: (error as { code?: unknown }).code };
  }
  return { numbers };
}

function fail(): never {
  throw new Error('There is no claim.');
}
