import { expect, test } from 'vitest';
import { getHistoryEntry } from '../../../extension/history/get-history-entry.ts';
import { beginAttempt, emptyView, type ViewState } from '../../../extension/view/view-state.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import { foldTranslation } from '../../../shared/translation-state.ts';
import { delta, done, end, start } from '../view/session-events.ts';

const first = [start, delta('Um. ', 0), end(0)];
const whole = [...first, delta('Dois.', 1), end(1), done('stop')];

function show(events: TranslationEvent[]): ViewState {
  const begun = beginAttempt(emptyView, 'key', 'One. Two.');
  return { ...begun, translation: events.reduce(foldTranslation, begun.translation) };
}

test('a whole translation is worth keeping, with its languages as they turned out', () => {
  expect(getHistoryEntry(show(whole), 7)).toEqual({
    ...{ id: 'key', at: 7, source: 'en', target: 'pt' },
    ...{ text: 'One. Two.', translation: 'Um. Dois.' },
  });
});

test.each<[string, ViewState]>([
  ['what still runs', show(first)],
  ['what was stopped', { ...show(first), stopped: true }],
  ['a part', show([...first, done('cancelled')])],
  ['nothing', emptyView],
  [
    'what needed no translation',
    show(
      whole.map((event) =>
        event.event === 'segment' ? { ...event, data: { ...event.data, status: 'unchanged' } } : event,
      ),
    ),
  ],
])('%s is not', (_what, state) => {
  expect(getHistoryEntry(state, 7)).toBeUndefined();
});
