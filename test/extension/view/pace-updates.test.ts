import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paceUpdates } from '../../../extension/view/pace-updates.ts';

const frameMs = 16;
let shown: string[];
let update: (state: string) => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => setTimeout(call, frameMs));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  shown = [];
  update = paceUpdates<string>(
    (state) => {
      shown.push(state);
    },
    (state) => state !== 'end',
  );
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('of all that comes between two frames, the newest is shown, once', () => {
  for (const state of ['a', 'b', 'c']) update(state);
  expect(shown).toEqual([]);
  vi.advanceTimersByTime(frameMs);
  expect(shown).toEqual(['c']);
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual(['c']);
});

test('it goes on frame by frame', () => {
  update('a');
  vi.advanceTimersByTime(frameMs);
  update('b');
  vi.advanceTimersByTime(frameMs);
  expect(shown).toEqual(['a', 'b']);
});

test('what may not wait is shown at once, and nothing older after it', () => {
  update('a');
  update('end');
  expect(shown).toEqual(['end']);
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual(['end']);
});

test('where no frame comes, in a hidden tab, it is shown after a while', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  update('a');
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual(['a']);
});
