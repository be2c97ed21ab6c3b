import { expect, it } from 'vitest';
import { Scheduler, type Turn } from '../../../server/scheduler/scheduler.ts';

const engine = { name: 'ollama', concurrency: 1 };
const never = new AbortController().signal;

it('gives the first turn at once', async () => {
  expect(await collect(new Scheduler(1).enter(engine))).toEqual([]);
});

it('tells the place in the queue, and each time it changes', async () => {
  const scheduler = new Scheduler(9);
  const [first, second, third] = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  const places = collect(third);
  first.leave();
  await collect(second);
  second.leave();
  expect(await places).toEqual([2, 1]);
});

it('lets as many run at once as the engine takes', async () => {
  const scheduler = new Scheduler(9);
  const wide = { name: 'wide', concurrency: 2 };
  scheduler.enter(wide);
  expect(await collect(scheduler.enter(wide))).toEqual([]);
});

it('keeps a queue for each engine', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  expect(await collect(scheduler.enter({ name: 'bergamot', concurrency: 1 }))).toEqual([]);
});

it('gives the place of one that leaves while waiting to the next', async () => {
  const scheduler = new Scheduler(9);
  const first = scheduler.enter(engine);
  const second = scheduler.enter(engine);
  const third = scheduler.enter(engine);
  second.leave();
  const places = collect(third);
  first.leave();
  expect(await places).toEqual([1]);
});

it('ends the wait quietly when the signal aborts', async () => {
  const scheduler = new Scheduler(9);
  scheduler.enter(engine);
  const leave = new AbortController();
  const places = collect(scheduler.enter(engine), leave.signal);
  leave.abort();
  expect(await places).toEqual([1]);
});

it('refuses more than may wait, and says when to come back', () => {
  const scheduler = new Scheduler(1);
  scheduler.enter(engine);
  scheduler.enter(engine);
  expect(() => scheduler.enter(engine)).toThrow(
    expect.objectContaining({ code: 'queue_full', retryAfterSeconds: 5 }),
  );
});

it('gives nothing away when a turn is left twice', async () => {
  const scheduler = new Scheduler(9);
  const first = scheduler.enter(engine);
  first.leave();
  scheduler.enter(engine);
  first.leave();
  const waiting = scheduler.enter(engine).wait(never);
  expect(await waiting.next()).toEqual({ done: false, value: 1 });
});

it('tells how many translations run and how many wait, for each engine', () => {
  const scheduler = new Scheduler(9);
  const turns = [scheduler.enter(engine), scheduler.enter(engine), scheduler.enter(engine)];
  expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 2 });
  expect(scheduler.countTurns({ name: 'bergamot', concurrency: 1 })).toEqual({ running: 0, waiting: 0 });
  for (const turn of turns) turn.leave();
  expect(scheduler.countTurns(engine)).toEqual({ running: 0, waiting: 0 });
});

async function collect(turn: Turn, signal = never): Promise<number[]> {
  const places: number[] = [];
  for await (const place of turn.wait(signal)) places.push(place);
  return places;
}
