import { afterEach, expect, it, vi } from 'vitest';
import { Heap } from '../../../server/scheduler/heap.ts';
import { Scheduler } from '../../../server/scheduler/scheduler.ts';
import type { Turn } from '../../../server/scheduler/turn.ts';
import { WaitingLine } from '../../../server/scheduler/waiting-line.ts';

const wide = { name: 'openai', concurrency: 2000 };

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** So many turns of 100 clients, the first 2,000 of which run. */
function fill(scheduler: Scheduler, count: number): Turn[] {
  return Array.from({ length: count }, (_, index) =>
    scheduler.enter(wide, { client: `${index % 100}`, priority: 'interactive' }),
  );
}

it('ranks those who wait once for a thousand that come or leave together, and does a bounded number of steps for each', async () => {
  const scheduler = new Scheduler(4000);
  const rankings = vi.spyOn(WaitingLine.prototype, 'list');
  const steps = vi.spyOn(Heap.prototype, 'place');
  const turns = fill(scheduler, 6000);
  await nextTick();
  expect(rankings).toHaveBeenCalledTimes(1);
  steps.mockClear();
  rankings.mockClear();
  for (const turn of turns.slice(0, 1000)) turn.leave();
  for (const turn of turns.slice(4000, 5000)) turn.leave();
  expect(steps.mock.calls.length).toBeLessThan(10 * 2000);
  expect(rankings).not.toHaveBeenCalled();
  expect(scheduler.countTurns(wide)).toEqual({ running: 2000, waiting: 2000 });
});

it('wakes a thousand whom the places of a thousand others go to, and none of the three thousand behind them', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const scheduler = new Scheduler(4000);
  const turns = fill(scheduler, 6000);
  await nextTick();
  const waits = turns.map((turn) => turn.wait(createSignal()));
  const waiting = waits.slice(2000);
  await Promise.all(waiting.map((wait) => wait.next()));
  let woken = 0;
  for (const wait of waiting) void wait.next().then(() => woken++);
  for (const turn of turns.slice(0, 1000)) turn.leave();
  await nextTick();
  expect(woken).toBe(1000);
});

it('tells one far back its place in steps, and each place of the last thirty, on its way to the front', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const scheduler = new Scheduler(4000);
  const one = { name: 'ollama', concurrency: 1 };
  const turns = Array.from({ length: 201 }, () => scheduler.enter(one));
  const places: number[] = [];
  void (async () => {
    for await (const place of turns.at(-1)?.wait(createSignal()) ?? []) places.push(place);
  })();
  for (const turn of turns) {
    await vi.advanceTimersByTimeAsync(100);
    turn.leave();
  }
  expect(places.slice(-30)).toEqual(Array.from({ length: 30 }, (_, index) => 30 - index));
  expect(places[0]).toBe(200);
  expect(places.length).toBeLessThan(100);
});

/** Of its own for each, as in the server. */
function createSignal(): AbortSignal {
  return new AbortController().signal;
}

function nextTick(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
