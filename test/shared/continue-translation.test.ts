import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginRest, getRest, getWorkFields, hasRest } from '../../shared/continue-translation.ts';
import type { EventData, SegmentRange, TranslationEvent } from '../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getTranslatedText,
  type TranslationState,
} from '../../shared/translation-state.ts';

/** What the model of these tests makes of a text, however it is cut: twice as long, and each letter tells where it comes from. */
function translate(text: string): string {
  return text.replace(/[^]/g, '$&$&');
}

/** The events of a whole run over some texts, whose segments are at most `length` long. `failed`: the numbers of those that fail. */
function createRun(texts: string[], length: number, failed: number[] = []): TranslationEvent[] {
  const segments = texts.flatMap((text, index) => cut(text, index, length));
  const events = segments.flatMap((range, number) =>
    createSegmentEvents(
      number,
      texts[range.text]?.slice(range.start, range.end) ?? '',
      failed.includes(number),
    ),
  );
  return [createStart(segments), ...events, done];
}

function cut(text: string, index: number, length: number): SegmentRange[] {
  const starts = Array.from({ length: Math.ceil(text.length / length) }, (_, part) => part * length);
  return starts.map((start) => ({ text: index, start, end: Math.min(start + length, text.length) }));
}

function createStart(segments: SegmentRange[]): TranslationEvent {
  const languages = { source: 'en', target: 'pt' };
  return {
    event: 'start',
    data: { id: 's', engine: 'ollama', model: 'm', ...languages, segments, ignored: [] },
  };
}

function createSegmentEvents(segment: number, source: string, fails: boolean): TranslationEvent[] {
  const text = translate(source);
  const status: EventData<'segment'>['status'] = fails ? 'cut' : 'translated';
  return [
    { event: 'delta', data: { segment, attempt: 1, text: text.slice(0, 3) } },
    { event: 'delta', data: { segment, attempt: 1, text: fails ? '' : text.slice(3) } },
    { event: 'segment', data: { segment, source: 'en', status, checks: [] } },
  ];
}

const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
const done: TranslationEvent = {
  event: 'done',
  data: { complete: true, reason: 'stop', usage: { characters: 1 }, timing },
};

function fold(events: TranslationEvent[], from = emptyTranslation): TranslationState {
  return events.reduce(foldTranslation, from);
}

/** Runs that are each cut off somewhere, and a last one that is not; all that was asked for, run by run. */
function runWithCuts(text: string, length: number, cuts: { after: number; failed: number[] }[]) {
  const asked = [[text]];
  let state = emptyTranslation;
  for (const { after, failed } of cuts) {
    state = fold(createRun(asked.at(-1) ?? [], length, failed).slice(0, after), state);
    state = beginRest(state);
    asked.push(getRest(state, text).texts);
  }
  return { asked, before: state, state: fold(createRun(asked.at(-1) ?? [], length), state) };
}

const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const cuts = fc.array(
  fc.record({ after: fc.nat({ max: 60 }), failed: fc.array(fc.nat({ max: 8 }), { maxLength: 2 }) }),
  { maxLength: 4 },
);

test('wherever and however often it was cut, what goes on ends as one run would have', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 12 }), cuts, (text, length, places) => {
      const { state } = runWithCuts(text, length, places);
      expect(getTranslatedText(state)).toBe(translate(text));
      expect(state.segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    }),
  );
});

test('nothing that was whole is asked for again, and all else is', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 12 }), cuts, (text, length, places) => {
      const { asked, before } = runWithCuts(text, length, places);
      const kept = before.segments.filter(({ isKept }) => isKept);
      const keptChars = kept.reduce((sum, { start, end }) => sum + end - start, 0);
      const askedChars = asked.at(-1)?.join('').length ?? 0;
      expect(keptChars + askedChars).toBe(text.length);
    }),
  );
});

test('where all is whole nothing is kept, and one more run ends as the first', () => {
  const ended = fold(createRun(['abcd'], 2).slice(0, -1));
  const begun = beginRest(ended);
  const rest = getRest(begun, 'abcd');
  expect(rest).toEqual({ texts: ['abcd'] });
  expect(getTranslatedText(fold(createRun(rest.texts, 3), begun))).toBe('aabbccdd');
});

test('what was whole stays word for word while the rest comes, and the rest dims what it replaces', () => {
  const cutState = fold(createRun(['abcdef'], 2).slice(0, 5));
  expect(cutState.segments.map(({ shown }) => shown)).toEqual(['aabb', 'ccd', '']);
  const begun = beginRest(cutState);
  expect(begun.segments.map(({ shown, previous }) => [shown, previous])).toEqual([
    ['aabb', ''],
    ['', 'ccd'],
    ['', ''],
  ]);
  const going = fold(createRun(getRest(begun, 'abcdef').texts, 4).slice(0, 1), begun);
  expect(going.segments).toMatchObject([
    { shown: 'aabb', isKept: true },
    { start: 2, end: 6, shown: '', previous: 'ccd' },
  ]);
});

test('a part that failed in the middle is all that is asked for', () => {
  const ended = fold(createRun(['abcdef'], 2, [1]));
  expect(hasRest(ended)).toBe(true);
  expect(getRest(beginRest(ended), 'abcdef')).toEqual({ texts: ['cd'], before: 'ab' });
});

test('of two parts none is told what stands before the other', () => {
  const ended = fold(createRun(['abcdef'], 1, [1, 4]));
  expect(getRest(beginRest(ended), 'abcdef')).toEqual({ texts: ['b', 'e'] });
});

test('what stands before is at most about three sentences, from a word on', () => {
  const text = `${'word '.repeat(200)}rest`;
  const { before = '' } = getRest(beginRest(fold(createRun([text], 1000, [1]))), text);
  expect(before).toMatch(/^word .* word$/);
  expect(before.length).toBeLessThanOrEqual(300);
  expect(before.length).toBeGreaterThan(280);
});

test('half a character is not what stands before', () => {
  const text = `${'\u{1f600}'.repeat(300)}.rest`;
  const { before = '' } = getRest(beginRest(fold(createRun([text], 601, [1]))), text);
  expect(before.isWellFormed()).toBe(true);
});

test.each<[string, Parameters<typeof getWorkFields>[0], object]>([
  ['a whole text', { texts: ['a'] }, { text: 'a' }],
  ['the end of a text', { texts: ['b'], before: 'a' }, { text: 'b', context: { before: 'a' } }],
  ['several parts', { texts: ['a', 'c'] }, { texts: ['a', 'c'] }],
])('a request for %s', (_what, work, fields) => {
  expect(getWorkFields(work)).toEqual(fields);
});

test.each<[string, boolean, TranslationState]>([
  ['before it began', false, emptyTranslation],
  ['while nothing is whole', false, fold(createRun(['abcd'], 2).slice(0, 3))],
  ['when all is whole', false, fold(createRun(['abcd'], 2))],
  ['when a part is', true, fold(createRun(['abcd'], 2).slice(0, 4))],
])('%s, that there is a rest is %s', (_when, expected, state) => {
  expect(hasRest(state)).toBe(expected);
});
