import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StreamConnection } from '../../../extension/background/stream-connection.ts';
import { viewLeft } from '../../../extension/background/view-left.ts';

let stopping: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  stopping = new AbortController();
});

afterEach(() => {
  vi.useRealTimers();
});

function connect(isKnown: boolean): StreamConnection {
  return new StreamConnection(stopping.signal, () => isKnown);
}

test('a server that takes the connection and says nothing is given up after ten seconds', () => {
  const connection = connect(false);
  vi.advanceTimersByTime(9999);
  expect(connection.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(connection.signal.aborted).toBe(true);
  expect(connection.isHungUp).toBe(true);
});

test('a server that answered may take its time', () => {
  const connection = connect(false);
  connection.hasAnswer();
  vi.advanceTimersByTime(3_600_000);
  expect(connection.signal.aborted).toBe(false);
});

test('who stops a stream whose id is known ends the connection at once', () => {
  const connection = connect(true);
  stopping.abort();
  expect(connection.signal.aborted).toBe(true);
  expect(connection.isHungUp).toBe(false);
});

test('the id of a stream that was stopped is waited for a moment', () => {
  const connection = connect(false);
  stopping.abort();
  vi.advanceTimersByTime(1999);
  expect(connection.signal.aborted).toBe(false);
  vi.advanceTimersByTime(1);
  expect(connection.signal.aborted).toBe(true);
});

test('for a view that may come back nothing is waited for', () => {
  const connection = connect(false);
  stopping.abort(viewLeft);
  expect(connection.signal.aborted).toBe(true);
});

test('what was stopped before is not connected', () => {
  stopping.abort(new Error('stopped'));
  expect(() => connect(false)).toThrow('stopped');
});

test.each(['after it was stopped', 'before it is stopped'])('closing it %s leaves no timer', (when) => {
  const connection = connect(false);
  if (when === 'after it was stopped') stopping.abort();
  connection.close();
  expect(connection.signal.aborted).toBe(true);
  stopping.abort();
  expect(vi.getTimerCount()).toBe(0);
});
