import { expect, test } from 'vitest';
import type { StreamEvent } from '../../../extension/messages/popup-news.ts';
import { addNews } from '../../../extension/popup/add-news.ts';
import { beginAttempt, emptyView, type ViewState } from '../../../extension/view/view-state.ts';
import { getTranslatedText } from '../../../shared/translation-state.ts';

const start: StreamEvent = {
  type: 'event',
  eventId: 's:1',
  event: {
    event: 'start',
    data: {
      ...{ id: 's', engine: 'ollama', model: 'm', source: 'en', target: 'pt', ignored: [] },
      segments: [{ text: 0, start: 0, end: 5 }],
    },
  },
};
const events = [start, delta(2), delta(3), delta(4)];
const begun = beginAttempt(emptyView, 'key', 'Hello');

/** Each adds its number. */
function delta(number: number): StreamEvent {
  const data = { segment: 0, attempt: 1, text: String(number) };
  return { type: 'event', eventId: `s:${number}`, event: { event: 'delta', data } };
}

function getText({ translation }: ViewState): string {
  return getTranslatedText(translation);
}

test('what came after the attempt was written down is added', () => {
  const whole = addNews(begun, { key: 'key', events });
  expect(getText(whole)).toBe('234');
  expect(whole.after).toBe('s:4');
});

test('what was written down already is not added again', () => {
  const half = addNews(begun, { key: 'key', events: events.slice(0, 2) });
  expect(getText(addNews(half, { key: 'key', events }))).toBe('234');
  expect(getText(addNews(half, { key: 'key', events: events.slice(2) }))).toBe('234');
});

test.each([
  ['no news', undefined],
  ['news of another attempt', { key: 'other', events }],
  ['news without events', { key: 'key', events: [] }],
  ['news that leave something out', { key: 'key', events: events.slice(1) }],
])('%s add nothing', (_what, news) => {
  expect(addNews(begun, news)).toBe(begun);
});
