import { expect, test } from 'vitest';
import { readTasks, sumFrames } from '../../../scripts/bench/browser/read-trace.ts';

const own = { pid: 1, tid: 2 };

/** Times in milliseconds. */
const event = (name: string, atMs: number, ms: number, more: object = {}): object => ({
  ...own,
  name,
  ts: atMs * 1000,
  dur: ms * 1000,
  tdur: ms * 500,
  ...more,
});

const trace = JSON.stringify({
  traceEvents: [
    event('RunTask', 1, 3),
    { ...own, name: 'begin', ts: 5000 },
    event('RunTask', 15, 60),
    event('ThreadControllerImpl::RunTask', 16, 50),
    event('FunctionCall', 20, 40, { args: { data: { url: 'overlay.js' } } }),
    event('Layout', 62, 5),
    event('RunTask', 80, 2),
    event('RunTask', 82, 4),
    event('RunTask', 15, 99, { tid: 3 }),
  ],
});

test('the tasks of the thread that set the mark are read, with what took longest in a long one', () => {
  expect(readTasks(trace, 'begin')).toEqual([
    { atMs: 10, durationMs: 60, cpuMs: 30, parts: ['FunctionCall of overlay.js 40.0 ms', 'Layout 5.0 ms'] },
    { atMs: 75, durationMs: 2, cpuMs: 1, parts: [] },
    { atMs: 77, durationMs: 4, cpuMs: 2, parts: [] },
  ]);
});

test('the work of a frame is that of all tasks in it, and frames without work do not count', () => {
  const tasks = readTasks(trace, 'begin');
  expect(sumFrames(tasks, 0, 1000)).toEqual([30, 3]);
  expect(sumFrames(tasks, 50, 1000)).toEqual([3]);
});

test('a trace without the mark is refused', () => {
  expect(() => readTasks(trace, 'end')).toThrow('no mark end');
});
