import { createHook } from 'node:async_hooks';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';

/** What there is in this process, by kind. */
export type Leftovers = Record<'sockets' | 'timers' | 'listeners', number>;

/** Timers that are still to come, those that do not keep the process alive included. */
const timers = new Set<number>();

createHook({
  init: (id, type) => {
    if (type === 'Timeout') timers.add(id);
  },
  destroy: (id) => {
    timers.delete(id);
  },
}).enable();

export function countLeftovers(): Leftovers {
  return {
    sockets: process.getActiveResourcesInfo().filter((kind) => kind.startsWith('TCP')).length,
    timers: timers.size,
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

/** Waits until there is no more of anything than before; what there still is after 20 s, in words. */
export async function awaitNothingLeft(before: Leftovers): Promise<string[]> {
  const limit = performance.now() + 20_000;
  for (;;) {
    const leftovers = findLeftovers(before, countLeftovers());
    if (leftovers.length === 0 || performance.now() > limit) return leftovers;
    // Not by `expect.poll`, which has timers of its own.
    await delay(50);
  }
}

function findLeftovers(before: Leftovers, now: Leftovers): string[] {
  return Object.entries(now)
    .filter(([kind, count]) => count > before[kind as keyof Leftovers])
    .map(([kind, count]) => `${count} ${kind} where there were ${before[kind as keyof Leftovers]}`);
}
