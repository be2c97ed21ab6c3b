import { expect, test } from 'vitest';
import { getKeptAttempt } from '../../../extension/popup/get-kept-attempt.ts';
import {
  beginAttempt,
  emptyView,
  foldMessage,
  setObstacle,
  type ViewState,
} from '../../../extension/view/view-state.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';

const asked = beginAttempt(emptyView, 'key', 'Hello');
const error = { code: 'internal', message: 'It broke.', retryable: true } as const;
const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
const begun = fold(asked, [
  {
    event: 'start',
    data: {
      ...{ id: 's', engine: 'ollama', model: 'm', source: 'en', target: 'pt', ignored: [] },
      segments: [{ text: 0, start: 0, end: 5 }],
    },
  },
  { event: 'delta', data: { segment: 0, attempt: 1, text: 'Ol' } },
]);

const whole = fold(begun, [
  { event: 'segment', data: { segment: 0, source: 'en', status: 'translated', checks: [] } },
]);

function fold(state: ViewState, events: TranslationEvent[]): ViewState {
  const messages = events.map((event) => ({ type: 'event', event, eventId: 's:1', key: 'key' }) as const);
  return messages.reduce(foldMessage, state);
}

test.each<[string, ViewState]>([
  ['it was asked for', asked],
  ['text comes', begun],
  ['the reader must allow the call first', setObstacle(asked, { kind: 'permission' })],
  ['the reader must pair first', setObstacle(asked, { kind: 'pairing', code: '123456' })],
  ['the connection is made again', setObstacle(begun, { kind: 'reconnecting' })],
  ['the server died with a part done', setObstacle(begun, { kind: 'cut' })],
  ['it failed with a part done', fold(begun, [{ event: 'error', data: error }])],
])('a translation is kept when %s', (_when, state) => {
  expect(getKeptAttempt(state)).toEqual(state);
});

test.each<[string, ViewState]>([
  ['nothing was asked for', { ...emptyView, text: 'Hello' }],
  ['it failed before a word', setObstacle(asked, { kind: 'pairing-denied' })],
  ['the reader stopped it', { ...begun, stopped: true }],
  [
    'it is complete',
    fold(begun, [
      { event: 'done', data: { complete: true, reason: 'stop', usage: { characters: 5 }, timing } },
    ]),
  ],
  ['only the news of its end was lost', setObstacle(whole, { kind: 'cut' })],
])('nothing is kept when %s', (_when, state) => {
  expect(getKeptAttempt(state)).toBeUndefined();
});

test('the languages, which every background tells, are not kept', () => {
  const languages = [{ tag: 'pt', name: 'Portuguese', own: 'português', direction: 'ltr' as const }];
  expect(getKeptAttempt({ ...asked, languages })).toEqual(asked);
});
