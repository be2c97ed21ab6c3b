import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { limitSilence } from '../../../extension/background/limit-silence.ts';

const chunk = new Uint8Array([1]);
const hangUp = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.clearAllMocks();
});

/** A reader, and the connection it reads from. */
function open() {
  const connection = new ReadableStream<Uint8Array>({
    start: (controller) => {
      control = controller;
    },
  });
  const chunks: Uint8Array[] = [];
  const read = async () => {
    for await (const one of limitSilence(connection, hangUp)) chunks.push(one);
  };
  return { chunks, ended: read() };
}

let control: ReadableStreamDefaultController<Uint8Array>;

test('the bytes come as they are, to the end', async () => {
  const { chunks, ended } = open();
  control.enqueue(chunk);
  control.enqueue(chunk);
  control.close();
  await ended;
  expect(chunks).toEqual([chunk, chunk]);
});

test('what the connection throws is thrown', async () => {
  const { ended } = open();
  control.error(new TypeError('lost'));
  await expect(ended).rejects.toThrow('lost');
});

test('a silence of 25 seconds is enough, and of less is not', async () => {
  const { ended } = open();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(hangUp).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(5000);
  expect(hangUp).toHaveBeenCalledOnce();
  control.close();
  await ended;
});

test('any byte is a sign of life, of a comment too', async () => {
  const { ended } = open();
  for (let times = 0; times < 10; times += 1) {
    await vi.advanceTimersByTimeAsync(20_000);
    control.enqueue(chunk);
  }
  expect(hangUp).not.toHaveBeenCalled();
  control.close();
  await ended;
});

test('after sleep, when timers stood still but the clock went on, silence is noticed at the next look', async () => {
  const { ended } = open();
  vi.setSystemTime(Date.now() + 3_600_000);
  await vi.advanceTimersByTimeAsync(5000);
  expect(hangUp).toHaveBeenCalledOnce();
  control.close();
  await ended;
});

test('a clock that was set back does not make it wait for that long', async () => {
  const { ended } = open();
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(35_000);
  expect(hangUp).toHaveBeenCalled();
  control.close();
  await ended;
});
