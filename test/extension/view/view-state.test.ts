import { expect, test } from 'vitest';
import type { BackgroundMessage } from '../../../extension/messages/background-message.ts';
import {
  beginAttempt,
  emptyView,
  foldMessage,
  setObstacle,
  type ViewState,
} from '../../../extension/view/view-state.ts';

const languages = [{ tag: 'pt', english: 'Portuguese', own: 'português', direction: 'ltr' as const }];
const hello: BackgroundMessage = { type: 'hello', target: 'pt', languages };
const greeted = foldMessage(emptyView, hello);
const begun = beginAttempt(greeted, 'now', 'Hello');

function status(key: string): BackgroundMessage {
  return { type: 'event', event: { event: 'status', data: { phase: 'writing' } }, eventId: 's:1', key };
}

test('the greeting brings the languages and the target of the settings', () => {
  expect(greeted).toMatchObject({ target: 'pt', languages });
});

test('a later greeting leaves the target that the reader chose', () => {
  expect(foldMessage({ ...greeted, target: 'ja' }, hello).target).toBe('ja');
});

test('an attempt keeps the target and the languages, and nothing else', () => {
  const before = setObstacle({ ...begun, stopped: true }, { kind: 'cut' });
  expect(beginAttempt(before, 'next', 'Bye')).toEqual({
    ...greeted,
    key: 'next',
    text: 'Bye',
    work: { texts: ['Bye'] },
  });
});

test('an event of the running attempt is folded in', () => {
  expect(foldMessage(begun, status('now')).translation.phase).toBe('writing');
});

test.each<[string, ViewState, BackgroundMessage]>([
  ['an event of an attempt that was replaced', begun, status('before')],
  ['an event that comes after the reader stopped', { ...begun, stopped: true }, status('now')],
  [
    'an obstacle of an attempt that was replaced',
    begun,
    { type: 'obstacle', obstacle: { kind: 'cut' }, key: 'before' },
  ],
  ['a job, which begins an attempt of its own', begun, { type: 'job', job: { text: 'x' } }],
])('%s changes nothing', (_what, state, message) => {
  expect(foldMessage(state, message)).toBe(state);
});

test('an obstacle comes and goes', () => {
  const blocked = foldMessage(begun, { type: 'obstacle', obstacle: { kind: 'permission' }, key: 'now' });
  expect(blocked.obstacle).toEqual({ kind: 'permission' });
  const free = foldMessage(blocked, { type: 'obstacle', obstacle: undefined, key: 'now' });
  expect(free).toEqual(begun);
});

test('an event shows that nothing is in the way any more, though its end was told to nobody', () => {
  const blocked = setObstacle(begun, { kind: 'pairing', code: '123456' });
  expect(foldMessage(blocked, status('now')).obstacle).toBeUndefined();
});

test('the newest event is remembered, and what the background says by itself is none', () => {
  const told = foldMessage(begun, status('now'));
  expect(told.after).toBe('s:1');
  expect(foldMessage(told, { ...status('now'), eventId: '' } as BackgroundMessage).after).toBe('s:1');
});
