import type { ExpectedWait, WaitingPhase } from '../../shared/describe-translation.ts';
import type { Phase, TranslationEvent } from '../../shared/translation-event.ts';

/** How long earlier waits for one model of one server took. */
export interface WaitTimes {
  /** The last time that it had to be loaded, until something came of it. */
  loadMs?: number | undefined;
  /** From when the text was read until the first word, the newest last. */
  firstWordMs: readonly number[];
}

/** What one wait took. */
export type MeasuredWait = Partial<Record<'loadMs' | 'firstWordMs', number>>;

/** How far a translation has come. */
export interface WaitWatch {
  phase?: Phase;
  /** When that began; times are milliseconds of any clock. */
  sinceMs: number;
  /** When the text began to be read. */
  readingMs?: number;
}

/** Once says little: the computer may have been busy. */
const enoughTimes = 2;
const maxTimes = 5;

/** The watch after one more event of a stream, and what was measured by it. Pure. */
export function watchWait(
  watch: WaitWatch,
  event: TranslationEvent,
  nowMs: number,
): { watch: WaitWatch; measured?: MeasuredWait } {
  if (event.event === 'start') return { watch: { sinceMs: nowMs } };
  const phase = getPhase(event);
  if (phase === undefined || phase === watch.phase || watch.phase === 'writing') return { watch };
  const isReading = phase === 'reading';
  return {
    watch: { ...watch, phase, sinceMs: nowMs, ...(isReading && { readingMs: nowMs }) },
    measured: measure(watch, phase, nowMs),
  };
}

function measure(
  { phase: before, sinceMs, readingMs }: WaitWatch,
  phase: Phase,
  nowMs: number,
): MeasuredWait {
  return {
    ...(before === 'loading' && { loadMs: nowMs - sinceMs }),
    ...(phase === 'writing' && readingMs !== undefined && { firstWordMs: nowMs - readingMs }),
  };
}

function getPhase(event: TranslationEvent): Phase | undefined {
  if (event.event === 'delta') return 'writing';
  return event.event === 'status' ? event.data.phase : undefined;
}

/** What to expect of a phase that begins, in milliseconds; undefined where nothing is known. Pure. */
export function getUsualMs({ loadMs, firstWordMs }: WaitTimes, phase: WaitingPhase): number | undefined {
  if (phase === 'loading') return loadMs;
  return firstWordMs.length < enoughTimes ? undefined : getMedian(firstWordMs);
}

/** That in whole seconds, as it is told; 0: not worth telling. Pure. */
export function expectWait(phase: WaitingPhase, usualMs: number): ExpectedWait {
  return { phase, seconds: Math.round(usualMs / 1000), isLong: false };
}

/** After how long a wait is clearly longer than usual. Pure. */
export function getPatienceMs(usualMs: number): number {
  return usualMs * 1.5 + 2000;
}

/** The times with one more wait. Pure. */
export function addWaitTime(
  times: WaitTimes,
  { loadMs = times.loadMs, firstWordMs }: MeasuredWait,
): WaitTimes {
  const words = firstWordMs === undefined ? times.firstWordMs : [...times.firstWordMs, firstWordMs];
  return { ...(loadMs !== undefined && { loadMs }), firstWordMs: words.slice(-maxTimes) };
}

function getMedian(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
