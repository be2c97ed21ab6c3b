import { describe, expect, it } from 'vitest';
import type { RecordedEvent, RecordStore } from '../../../server/streams/record-store.ts';
import { createStreamId } from '../../../server/streams/stream-store.ts';
import { implementations, recordTexts } from './record-stores.ts';
import { collect, delta, done, staying } from './stream-events.ts';

describe.each(implementations)('records $name', ({ open }) => {
  it('give all events in order, numbered from 1, to a reader that comes when all is over', async () => {
    const store = await open();
    const id = await recordTexts(store, ['a', 'b']);
    expect(await collect(store.read(id, 0, staying))).toEqual([
      { number: 1, event: delta('a') },
      { number: 2, event: delta('b') },
      { number: 3, event: done() },
    ]);
  });

  it('give each event to a reader that waits, as soon as it is there', async () => {
    const store = await open();
    const id = createStreamId();
    const stream = await store.create(id);
    const events = store.read(id, 0, staying);
    for (let number = 1; number <= 50; number += 1) {
      const next = events.next();
      await stream.append(delta(String(number)));
      expect(await next).toEqual({ done: false, value: { number, event: delta(String(number)) } });
    }
    const end = events.next();
    await stream.close();
    expect(await end).toEqual({ done: true, value: undefined });
  });

  it('give an event that was appended to whoever reads afterwards', async () => {
    const store = await open();
    const id = createStreamId();
    const stream = await store.create(id);
    for (let number = 1; number <= 20; number += 1) {
      await stream.append(delta(String(number)));
      expect(await readOne(store, id, number - 1)).toMatchObject({ number });
      expect(await store.find(id)).toMatchObject({ last: number, isClosed: false });
    }
  });

  it.each([0, 1, 99, 100, 101, 250])('go on after event %i of 250', async (after) => {
    const store = await open();
    const texts = Array.from({ length: 249 }, (_, index) => String(index));
    const id = await recordTexts(store, texts);
    const numbers = (await collect(store.read(id, after, staying))).map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 250 - after }, (_, index) => after + index + 1));
  });

  it('keep the order of events that are appended without waiting', async () => {
    const store = await open();
    const id = createStreamId();
    const stream = await store.create(id);
    const appended = Array.from({ length: 500 }, (_, index) => stream.append(delta(String(index))));
    const closed = stream.close();
    const events = await collect(store.read(id, 0, staying));
    await Promise.all([...appended, closed]);
    expect(events.map(({ event }) => event)).toEqual(
      Array.from({ length: 500 }, (_, index) => delta(String(index))),
    );
  });

  it('give everything to each of many readers, whenever they come', async () => {
    const store = await open();
    const id = createStreamId();
    const stream = await store.create(id);
    const readers: Promise<RecordedEvent[]>[] = [];
    for (let number = 0; number < 30; number += 1) {
      readers.push(collect(store.read(id, 0, new AbortController().signal)));
      await stream.append(delta(String(number)));
    }
    await stream.close();
    for (const events of await Promise.all(readers)) {
      expect(events.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    }
  });

  it('keep many streams apart that run at once', async () => {
    const store = await open();
    const run = async (name: string): Promise<string[]> => {
      const id = createStreamId();
      const stream = await store.create(id);
      const reading = collect(store.read(id, 0, new AbortController().signal));
      for (let number = 0; number < 20; number += 1) await stream.append(delta(`${name} ${number}`));
      await stream.close();
      return (await reading).map(({ event }) => (event.event === 'delta' ? event.data.text : ''));
    };
    const names = Array.from({ length: 50 }, (_, index) => `stream ${index}`);
    expect(await Promise.all(names.map(run))).toEqual(
      names.map((name) => Array.from({ length: 20 }, (_, number) => `${name} ${number}`)),
    );
  });

  it.each([
    ['a long text', 'ab\n'.repeat(500_000)],
    ['every kind of letter', 'ß 漢字 😀 \u{10FFFF} é \u202Eabc\u202C'],
    ['halves of characters and control characters', 'a\uD83D|\uDE00b\0\r\n\u2028\u007F"\\'],
  ])('give back exactly %s', async (_name, text) => {
    const store = await open();
    const id = await recordTexts(store, [text]);
    const [first] = await collect(store.read(id, 0, staying));
    expect(first?.event.event === 'delta' && first.event.data.text === text).toBe(true);
  });

  it('let a reader go at once that leaves while it waits', async () => {
    const store = await open();
    const id = createStreamId();
    const stream = await store.create(id);
    await stream.append(delta('a'));
    const leaving = new AbortController();
    const events = store.read(id, 0, leaving.signal);
    await events.next();
    const next = events.next();
    leaving.abort();
    expect(await next).toEqual({ done: true, value: undefined });
    const other = readOne(store, id, 1);
    await stream.append(delta('b'));
    expect(await other).toMatchObject({ number: 2 });
  });

  it('give nothing to a reader that has left already', async () => {
    const store = await open();
    const id = await recordTexts(store, ['a']);
    expect(await collect(store.read(id, 0, AbortSignal.abort()))).toEqual([]);
  });

  it('say that a stream nobody knows is gone', async () => {
    const store = await open();
    await expect(collect(store.read(createStreamId(), 0, staying))).rejects.toMatchObject({
      code: 'stream_gone',
    });
  });

  it('have nothing for a reader that has everything of a stream that is over', async () => {
    const store = await open();
    const id = await recordTexts(store, ['a']);
    expect(await collect(store.read(id, 2, staying))).toEqual([]);
    expect(await collect(store.read(id, 7, staying))).toEqual([]);
  });
});

/** The next event, after which the reader leaves. */
async function readOne(store: RecordStore, id: string, after: number): Promise<RecordedEvent | undefined> {
  const leaving = new AbortController();
  for await (const event of store.read(id, after, leaving.signal)) {
    leaving.abort();
    return event;
  }
  return undefined;
}
