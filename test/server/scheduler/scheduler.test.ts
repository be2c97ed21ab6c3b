import { getEventListeners } from 'node:events';
import { afterEach, expect, it, vi } from 'vitest';
import { Scheduler } from '../../../server/scheduler/scheduler.ts';
import type { Turn } from '../../../server/scheduler/turn.ts';
import type { Priority } from '../../../server/scheduler/waiting-line.ts';

const engine = { name: 'ollama', concurrency: 1 };
const never = new AbortController().signal;

afterEach(() => {
  vi.useRealTimers();
});

it('gives the first turn at once', async () => {
  expect(await getPlace(new Scheduler(0).enter(engine))).toBeUndefined();
});

it('tells the place in the queue, and each time it changes', async () => {
  const scheduler = new Scheduler(9);
  const [first, second, third] = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  const places = third.wait(never);
  expect((await places.next()).value).toBe(2);
  first.leave();
  expect((await places.next()).value).toBe(1);
  second.leave();
  expect((await places.next()).done).toBe(true);
});

it('lets as many run at once as the engine takes', async () => {
  const scheduler = new Scheduler(9);
  const wide = { name: 'wide', concurrency: 2 };
  scheduler.enter(wide);
  expect(await getPlace(scheduler.enter(wide))).toBeUndefined();
  expect(await getPlace(scheduler.enter(wide))).toBe(1);
});

it('keeps a queue for each engine', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  expect(await getPlace(scheduler.enter({ name: 'bergamot', concurrency: 1 }))).toBeUndefined();
});

it('moves the others up when one in the middle leaves', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  const [, middle, last] = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  const places = last.wait(never);
  expect((await places.next()).value).toBe(3);
  middle.leave();
  expect((await places.next()).value).toBe(2);
});

it('takes who waits out of the queue as soon as its signal aborts, even when nobody asks for its place', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  const gone = new AbortController();
  const places = scheduler.enter(engine).wait(gone.signal);
  expect((await places.next()).value).toBe(1);
  gone.abort();
  expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 0 });
  expect((await places.next()).done).toBe(true);
});

it('never queues for a signal that aborted before', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  expect(await getPlace(scheduler.enter(engine), AbortSignal.abort())).toBeUndefined();
  expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 0 });
});

it('keeps a turn that has come when its signal aborts, until it is left', async () => {
  const scheduler = new Scheduler(9);
  const gone = new AbortController();
  const turn = scheduler.enter(engine);
  await getPlace(turn, gone.signal);
  gone.abort();
  expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 0 });
});

it('counts those who wait over all engines, and refuses one more', () => {
  const scheduler = new Scheduler(2);
  const other = { name: 'openai', concurrency: 1 };
  for (const each of [engine, engine, other, other]) scheduler.enter(each);
  expect(() => scheduler.enter(engine)).toThrow(
    expect.objectContaining({ code: 'queue_full', retryAfterSeconds: 5 }),
  );
  expect(() => scheduler.enter(other)).toThrow(expect.objectContaining({ code: 'queue_full' }));
});

it('lets in who need not wait, however many do', async () => {
  const scheduler = new Scheduler(1);
  scheduler.enter(engine);
  scheduler.enter(engine);
  expect(await getPlace(scheduler.enter({ name: 'bergamot', concurrency: 1 }))).toBeUndefined();
});

it.each([
  ['the time that one of several places takes to become free', { concurrency: 2, tookMs: 40_000, says: 20 }],
  ['a second at least', { concurrency: 2, tookMs: 20, says: 1 }],
  ['a minute at most', { concurrency: 1, tookMs: 600_000, says: 60 }],
])('says when to come back, from how long turns took: %s', (_, { concurrency, tookMs, says }) => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const scheduler = new Scheduler(1);
  const wide = { name: 'wide', concurrency };
  const turn = scheduler.enter(wide);
  for (let entered = 0; entered < concurrency; entered++) scheduler.enter(wide);
  vi.advanceTimersByTime(tookMs);
  turn.leave();
  scheduler.enter(wide);
  expect(() => scheduler.enter(wide)).toThrow(expect.objectContaining({ retryAfterSeconds: says }));
});

it('gives nothing away when a turn is left twice', async () => {
  const scheduler = new Scheduler(9);
  const [first] = [scheduler.enter(engine), scheduler.enter(engine)];
  first.leave();
  first.leave();
  expect(await getPlace(scheduler.enter(engine))).toBe(1);
});

it('tells how many translations run and how many wait, for each engine', () => {
  const scheduler = new Scheduler(9);
  const turns = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 2 });
  expect(scheduler.countTurns({ name: 'bergamot' })).toEqual({ running: 0, waiting: 0 });
  for (const turn of turns) turn.leave();
  expect(scheduler.countTurns(engine)).toEqual({ running: 0, waiting: 0 });
});

it('puts a batch that somebody waits for now before the other batches', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  enter(scheduler, 'a', 'batch');
  const promoted = enter(scheduler, 'b', 'batch');
  const places = promoted.wait(never);
  expect((await places.next()).value).toBe(2);
  promoted.promote();
  expect((await places.next()).value).toBe(1);
});

it('fills places that an engine has more of since', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  const second = scheduler.enter(engine);
  scheduler.enter({ ...engine, concurrency: 3 });
  expect(await getPlace(second)).toBeUndefined();
});

it('leaves no listener on a signal and no timer', async () => {
  vi.useFakeTimers();
  const scheduler = new Scheduler(9);
  const { signal } = new AbortController();
  const turns = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  const waits = turns.map((turn) => collect(turn, signal));
  await vi.advanceTimersByTimeAsync(0);
  expect(vi.getTimerCount()).toBe(1);
  expect(getEventListeners(signal, 'abort').length).toBeGreaterThan(0);
  for (const turn of turns) turn.leave();
  await Promise.all(waits);
  expect(vi.getTimerCount()).toBe(0);
  expect(getEventListeners(signal, 'abort')).toEqual([]);
});

function enter(scheduler: Scheduler, client: string, priority: Priority): Turn {
  return scheduler.enter(engine, { client, priority });
}

/** The first place that is told; undefined when the turn comes first. */
async function getPlace(turn: Turn, signal = never): Promise<number | undefined> {
  return (await turn.wait(signal).next()).value ?? undefined;
}

async function collect(turn: Turn, signal = never): Promise<number[]> {
  const places: number[] = [];
  for await (const place of turn.wait(signal)) places.push(place);
  return places;
}
