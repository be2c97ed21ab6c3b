import { describe, expect, it } from 'vitest';
import { createStreamId } from '../../../server/streams/stream-store.ts';
import { implementations, recordTexts } from './record-stores.ts';
import { collect, delta, done, staying } from './stream-events.ts';

describe.each(implementations)('records $name', ({ open }) => {
  it('say what is known of a stream', async () => {
    const store = await open();
    const id = createStreamId();
    expect(await store.find(id)).toBeUndefined();
    const stream = await store.create(id);
    const known = { isClosed: false, first: 1, isComplete: false, isAbandoned: false };
    expect(await store.find(id)).toEqual({ ...known, last: 0 });
    await stream.append(delta('a'));
    expect(await store.find(id)).toEqual({ ...known, last: 1 });
    await stream.append(done('cancelled'));
    await stream.close();
    expect(await store.find(id)).toEqual({ ...known, last: 2, isClosed: true });
    const complete = await recordTexts(store, ['a']);
    expect(await store.find(complete)).toEqual({ ...known, last: 2, isClosed: true, isComplete: true });
  });

  it('lose the beginning of a stream that is too long, and say so', async () => {
    const store = await open({ streamEvents: 100 });
    const id = await recordTexts(
      store,
      Array.from({ length: 999 }, () => 'a'),
    );
    await expect(collect(store.read(id, 0, staying))).rejects.toMatchObject({ code: 'stream_gone' });
    expect(await collect(store.read(id, 950, staying))).toHaveLength(50);
    const { first = 0, ...state } = (await store.find(id)) ?? {};
    expect(state).toMatchObject({ last: 1000, isComplete: true });
    expect(await collect(store.read(id, first - 1, staying))).toHaveLength(1001 - first);
    await expect(collect(store.read(id, first - 2, staying))).rejects.toMatchObject({ code: 'stream_gone' });
  });

  it('forget a stream that is over, and its key, after a while', async () => {
    const store = await open({ keptMs: 300 });
    const id = createStreamId();
    const key = createStreamId();
    const stream = await store.create(id);
    await store.claim(key, { id, fingerprint: 'f' });
    await stream.append(delta('a'));
    await stream.close();
    expect(await store.find(id)).toBeDefined();
    await expect.poll(() => store.find(id)).toBeUndefined();
    await expect.poll(() => store.findClaim(key)).toBeUndefined();
    await expect(collect(store.read(id, 0, staying))).rejects.toMatchObject({ code: 'stream_gone' });
  });

  it('let a key stand for the stream that came first', async () => {
    const store = await open();
    const key = createStreamId();
    expect(await store.findClaim(key)).toBeUndefined();
    const first = { id: createStreamId(), fingerprint: 'f' };
    const second = { id: createStreamId(), fingerprint: 'g' };
    expect(await store.claim(key, first)).toEqual(first);
    expect(await store.claim(key, second)).toEqual(first);
    expect(await store.claim(key, second, createStreamId())).toEqual(first);
    expect(await store.findClaim(key)).toEqual(first);
    expect(await store.claim(key, second, first.id)).toEqual(second);
    expect(await store.findClaim(key)).toEqual(second);
  });

  it('let one of many claims at once win', async () => {
    const store = await open();
    const key = createStreamId();
    const claims = Array.from({ length: 20 }, () => ({ id: createStreamId(), fingerprint: 'f' }));
    const holders = await Promise.all(claims.map((claim) => store.claim(key, claim)));
    expect(new Set(holders.map(({ id }) => id)).size).toBe(1);
  });
});
