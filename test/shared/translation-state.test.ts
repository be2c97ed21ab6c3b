import { expect, it } from 'vitest';
import type { EventData, TranslationEvent } from '../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getOutcome,
  getTranslatedText,
} from '../../shared/translation-state.ts';

const start: TranslationEvent = {
  event: 'start',
  data: {
    id: 'a',
    engine: 'bergamot',
    model: 'm',
    source: 'en',
    target: 'pt',
    segments: [
      { text: 0, start: 0, end: 4 },
      { text: 0, start: 4, end: 6 },
      { text: 1, start: 0, end: 3 },
    ],
    ignored: [],
  },
};

it('joins the segments of a text in their order, whatever order they arrive in', () => {
  const state = fold(start, delta(1, 'b'), delta(2, 'x'), delta(0, 'a'), delta(1, 'c'));
  expect(getTranslatedText(state, 0)).toBe('abc');
  expect(getTranslatedText(state, 1)).toBe('x');
});

it('keeps the old attempt behind a new one until that is as long', () => {
  const first = fold(start, delta(0, 'old text'), delta(0, 'new', 2));
  expect(first.segments[0]).toMatchObject({ shown: 'new', previous: 'old text' });
  expect(foldTranslation(first, delta(0, ' text', 2)).segments[0]).toMatchObject({
    shown: 'new text',
    previous: '',
  });
});

it('ignores what an older attempt still says', () => {
  expect(getTranslatedText(fold(start, delta(0, 'new', 2), delta(0, 'old', 1)))).toBe('new');
});

it('takes the text of a segment event for the last word', () => {
  const state = fold(
    start,
    delta(0, 'a'),
    delta(0, 'long', 2),
    segment(0, { status: 'translated', text: 'a' }),
  );
  expect(state.segments[0]).toMatchObject({ shown: 'a', previous: '', status: 'translated' });
});

it('forgets the place in the queue when the turn has come', () => {
  const queued = fold(start, { event: 'status', data: { phase: 'queued', position: 2 } });
  expect(queued.position).toBe(2);
  const reading = foldTranslation(queued, { event: 'status', data: { phase: 'reading' } });
  expect(reading).toMatchObject({ phase: 'reading' });
  expect(reading.position).toBeUndefined();
});

it('remembers how much thinking was hidden', () => {
  const thinking: TranslationEvent = { event: 'status', data: { phase: 'thinking', thoughtChars: 300 } };
  expect(fold(start, thinking, { event: 'status', data: { phase: 'writing' } }).thoughtChars).toBe(300);
});

it('changes nothing for a segment that was never announced', () => {
  const state = fold(start);
  expect(foldTranslation(state, delta(9, 'x'))).toBe(state);
});

it('begins anew with a new start', () => {
  expect(getTranslatedText(fold(start, delta(0, 'a'), start))).toBe('');
});

it.each([
  ['running', []],
  ['running', [delta(0, 'a')]],
  ['complete', [done({ complete: true, reason: 'stop' })]],
  ['incomplete', [done({ complete: false, reason: 'length' })]],
  ['incomplete', [done({ complete: false, reason: 'failed' })]],
  ['cancelled', [done({ complete: false, reason: 'cancelled' })]],
  ['complete', [done({ complete: true, reason: 'cancelled' })]],
  ['failed', [{ event: 'error', data: { code: 'internal', message: 'm', retryable: true } }]],
] as [string, TranslationEvent[]][])('ends as %s', (outcome, events) => {
  expect(getOutcome(fold(start, ...events))).toBe(outcome);
});

it.each<[string, TranslationEvent]>([
  ['done', done({ complete: false, reason: 'cancelled' })],
  ['error', { event: 'error', data: { code: 'stream_gone', message: 'm', retryable: true } }],
])('is complete when no segment is missing, whatever its last event %s says', (_name, end) => {
  const ends = [0, 1, 2].map((index) => segment(index, { status: 'translated' }));
  const whole = fold(start, ...ends);
  expect(getOutcome(whole)).toBe('running');
  expect(getOutcome(foldTranslation(whole, end))).toBe('complete');
});

function fold(...events: TranslationEvent[]) {
  return events.reduce(foldTranslation, emptyTranslation);
}

function delta(index: number, text: string, attempt = 1): TranslationEvent {
  return { event: 'delta', data: { segment: index, attempt, text } };
}

function segment(index: number, end: Pick<EventData<'segment'>, 'status' | 'text'>): TranslationEvent {
  return { event: 'segment', data: { segment: index, source: 'en', checks: [], ...end } };
}

function done(end: Pick<EventData<'done'>, 'complete' | 'reason'>): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  return { event: 'done', data: { ...end, usage: { characters: 1 }, timing } };
}
