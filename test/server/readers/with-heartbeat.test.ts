import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { heartbeat, withHeartbeat } from '../../../server/readers/with-heartbeat.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

it('passes items at once and ends with them', async () => {
  const stream = withHeartbeat(after(0, 'a'), 10_000);
  expect(await stream.next()).toEqual({ done: false, value: 'a' });
  expect(await stream.next()).toMatchObject({ done: true });
  expect(vi.getTimerCount()).toBe(0);
});

it('beats every 10 s while nothing comes, and loses no item over it', async () => {
  const stream = withHeartbeat(after(25_000, 'a'), 10_000);
  const seen: unknown[] = [];
  const reading = (async () => {
    for await (const item of stream) seen.push(item);
  })();
  await vi.advanceTimersByTimeAsync(25_000);
  await reading;
  expect(seen).toEqual([heartbeat, heartbeat, 'a']);
});

async function* after(ms: number, item: string): AsyncGenerator<string, void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
  yield item;
}
