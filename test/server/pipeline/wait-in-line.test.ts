import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Meter } from '../../../server/pipeline/meter.ts';
import { letOthersFirst, waitInLine } from '../../../server/pipeline/wait-in-line.ts';
import { Scheduler } from '../../../server/scheduler/scheduler.ts';
import type { Turn } from '../../../server/scheduler/turn.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';

const engine = { name: 'ollama', concurrency: 1 };
let scheduler: Scheduler;
let long: Turn;

beforeEach(() => {
  vi.useFakeTimers();
  scheduler = new Scheduler(9);
  long = scheduler.enter(engine);
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

it('says nothing and takes no time when nobody waits', async () => {
  expect(await collect(letOthersFirst(createWaiting(long)))).toEqual([]);
  long.leave();
});

it('says nothing of a pause shorter than a second', async () => {
  const other = scheduler.enter(engine);
  const pause = collect(letOthersFirst(createWaiting(long)));
  await vi.advanceTimersByTimeAsync(990);
  other.leave();
  expect(await pause).toEqual([]);
  long.leave();
});

it('says that it waits, and at which place, when a pause lasts', async () => {
  const others = [scheduler.enter(engine), scheduler.enter(engine)];
  const pause = collect(letOthersFirst(createWaiting(long)));
  await vi.advanceTimersByTimeAsync(1010);
  for (const other of others) other.leave();
  expect(await pause).toEqual([{ event: 'status', data: { phase: 'queued', position: 1 } }]);
  long.leave();
});

it('ends the pause quietly when the signal aborts, in its first second and after', async () => {
  for (const afterMs of [500, 1500]) {
    const [turn, gone] = [scheduler.enter(engine), new AbortController()];
    long.leave();
    const other = scheduler.enter(engine);
    const pause = collect(letOthersFirst({ ...createWaiting(turn), signal: gone.signal }));
    await vi.advanceTimersByTimeAsync(afterMs);
    gone.abort();
    await pause;
    expect(scheduler.countTurns(engine)).toEqual({ running: 1, waiting: 0 });
    long = other;
  }
  long.leave();
});

it('counts the queue before the first segment and every pause as time in the queue, and nothing else', async () => {
  const meter = new Meter();
  const turn = scheduler.enter(engine);
  const waiting = { ...createWaiting(turn), meter };
  const queue = collect(waitInLine(waiting));
  await vi.advanceTimersByTimeAsync(2000);
  long.leave();
  await queue;
  await vi.advanceTimersByTimeAsync(4000);
  const other = scheduler.enter(engine);
  const pause = collect(letOthersFirst(waiting));
  await vi.advanceTimersByTimeAsync(3000);
  expect(meter.getTiming().queuedMs).toBe(5000);
  other.leave();
  await pause;
  await vi.advanceTimersByTimeAsync(1000);
  expect(meter.getTiming()).toMatchObject({ queuedMs: 5000, totalMs: 10_000 });
  turn.leave();
});

function createWaiting(turn: Turn): Parameters<typeof letOthersFirst>[0] {
  return { turn, meter: new Meter(), signal: new AbortController().signal };
}

async function collect(events: AsyncIterable<TranslationEvent>): Promise<TranslationEvent[]> {
  const all: TranslationEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
