import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypingPause } from '../../../extension/view/typing-pause.ts';

const onPause = vi.fn();
let typing: TypingPause;

beforeEach(() => {
  vi.useFakeTimers();
  onPause.mockClear();
  typing = new TypingPause(500, onPause);
});

afterEach(() => {
  vi.useRealTimers();
});

test('a pause is told half a second after the last key, once', () => {
  typing.begin();
  vi.advanceTimersByTime(400);
  typing.begin();
  vi.advanceTimersByTime(499);
  expect(onPause).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(onPause).toHaveBeenCalledOnce();
});

test('what was asked for meanwhile is not told', () => {
  typing.begin();
  typing.end();
  vi.advanceTimersByTime(1000);
  expect(onPause).not.toHaveBeenCalled();
});
