import { expect, test, vi } from 'vitest';
import { SentenceAnnouncer } from '../../shared/sentence-announcer.ts';
import type { SegmentState } from '../../shared/segment-state.ts';
import { emptyTranslation, type TranslationState } from '../../shared/translation-state.ts';

function show(...segments: Partial<SegmentState>[]): TranslationState {
  const empty: SegmentState = { text: 0, start: 0, end: 1, shown: '', previous: '', attempt: 1, checks: [] };
  return { ...emptyTranslation, segments: segments.map((segment) => ({ ...empty, ...segment })) };
}

/** What is said when the translation is shown in these states, one after the other. */
function say(...states: TranslationState[]): string[][] {
  const announcer = new SentenceAnnouncer();
  return states.map((state) => announcer.takeNew(state, 'en'));
}

test('a sentence is said once, as soon as the next begins', () => {
  const states = ['One', 'One.', 'One. T', 'One. Two', 'One. Two. Th'].map((shown) => show({ shown }));
  expect(say(...states)).toEqual([[], [], ['One.'], [], ['Two.']]);
});

test('the end of a segment ends its last sentence', () => {
  const first = { shown: 'One. Two.\n', status: 'translated' as const };
  expect(say(show(first, { shown: 'Three. F' }))).toEqual([['One.', 'Two.', 'Three.']]);
});

test('text ahead of a segment that still runs waits for its turn', () => {
  const later = { shown: 'Two.', status: 'translated' as const };
  const first = { shown: 'One.', status: 'translated' as const };
  expect(say(show({ shown: 'On' }, later), show(first, later))).toEqual([[], ['One.', 'Two.']]);
});

test('drafts are not said', () => {
  expect(say(show({ shown: 'One. Two. T', attempt: 0 }))).toEqual([[]]);
});

test('an attempt that begins anew does not say its first sentences again', () => {
  const again = ['Uno', 'Uno. Dos. Tr', 'Uno. Dos. Tres. C'].map((shown) => show({ shown, attempt: 2 }));
  expect(say(show({ shown: 'One. Two. T' }), ...again)).toEqual([['One.', 'Two.'], [], [], ['Tres.']]);
});

test('an abbreviation that looked like an end does not swallow the next sentence', () => {
  const states = ['It costs approx. 5', 'It costs approx. 5 euros. N'].map((shown) => show({ shown }));
  expect(
    say(...states)
      .flat()
      .join(' '),
  ).toBe('It costs approx. 5 euros.');
});

test('what was said is not looked at again with every word', () => {
  const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
  const announcer = new SentenceAnnouncer();
  let shown = '';
  for (let count = 0; count < 100; count += 1) {
    shown += 'Word after word. ';
    announcer.takeNew(show({ shown }), 'en');
  }
  expect(Math.max(...segment.mock.calls.map(([text]) => text.length))).toBeLessThan(50);
});

test('what an earlier run translated is not said again', () => {
  const kept = { shown: 'One.', status: 'translated', isKept: true } as const;
  expect(say(show(kept, { shown: 'Two. Th' }))).toEqual([['Two.']]);
});
