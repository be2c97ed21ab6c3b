import { expect, test } from 'vitest';
import {
  addWaitTime,
  expectWait,
  getPatienceMs,
  getUsualMs,
  watchWait,
  type MeasuredWait,
  type WaitWatch,
} from '../../../extension/background/decide-wait.ts';
import type { Phase, TranslationEvent } from '../../../shared/translation-event.ts';
import { delta, start } from './scripted-server.ts';

const status = (phase: Phase): TranslationEvent => ({ event: 'status', data: { phase } });

/** All that is measured while the events come, one a second. */
function measure(events: TranslationEvent[]): MeasuredWait {
  let watch: WaitWatch = { sinceMs: 0 };
  let all: MeasuredWait = {};
  for (const [index, event] of events.entries()) {
    const step = watchWait(watch, event, index * 1000);
    watch = step.watch;
    all = { ...all, ...step.measured };
  }
  return all;
}

test.each<[string, TranslationEvent[], MeasuredWait]>([
  ['loading, which words end', [start, status('loading'), status('writing'), delta('a')], { loadMs: 1000 }],
  [
    'reading after loading as well',
    [status('loading'), status('reading'), delta('a')],
    { loadMs: 1000, firstWordMs: 1000 },
  ],
  [
    'thoughts as a part of the wait for words',
    [status('reading'), status('thinking'), status('thinking'), status('writing')],
    { firstWordMs: 3000 },
  ],
  ['no time in line', [status('queued'), status('reading'), delta('a')], { firstWordMs: 1000 }],
  [
    'only the first words',
    [status('reading'), delta('a'), status('reading'), delta('b')],
    { firstWordMs: 1000 },
  ],
  [
    'a stream of its own after another',
    [status('loading'), start, status('reading'), delta('a')],
    { firstWordMs: 1000 },
  ],
  ['nothing of a stream that was joined late', [delta('a'), delta('b')], {}],
])('it measures %s', (_what, events, measured) => {
  expect(measure(events)).toEqual(measured);
});

test('the time to load is that of last time, the one to the first words the median of the last five', () => {
  let times = addWaitTime({ firstWordMs: [] }, { loadMs: 9000, firstWordMs: 60_000 });
  expect(getUsualMs(times, 'reading')).toBeUndefined();
  for (const firstWordMs of [1000, 2000, 3000, 4000, 90_000]) times = addWaitTime(times, { firstWordMs });
  expect(getUsualMs(times, 'reading')).toBe(3000);
  expect(getUsualMs(times, 'loading')).toBe(9000);
  expect(getUsualMs(addWaitTime(times, { loadMs: 5000 }), 'loading')).toBe(5000);
});

test('a wait is told in whole seconds, and is long when it has clearly passed', () => {
  expect(expectWait('loading', 12_400)).toEqual({ phase: 'loading', seconds: 12, isLong: false });
  expect(expectWait('reading', 300).seconds).toBe(0);
  expect(getPatienceMs(10_000)).toBe(17_000);
  expect(getPatienceMs(100)).toBeGreaterThan(2000);
});
