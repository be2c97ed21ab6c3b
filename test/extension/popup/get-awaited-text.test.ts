import { expect, test } from 'vitest';
import { getAwaitedText } from '../../../extension/popup/get-awaited-text.ts';
import { beginAttempt, emptyView, foldMessage, setObstacle } from '../../../extension/view/view-state.ts';

const asked = beginAttempt(emptyView, 'key', 'Hello');

test('nothing is awaited before a translation is asked for', () => {
  expect(getAwaitedText({ ...emptyView, text: 'Hello' })).toBe('');
});

test('a translation is awaited from when it is asked for', () => {
  expect(getAwaitedText(asked)).toBe('Hello');
});

test.each([{ kind: 'permission' } as const, { kind: 'pairing', code: '123456' } as const])(
  'it is still awaited while the reader must do something first: $kind',
  (obstacle) => {
    expect(getAwaitedText(setObstacle(asked, obstacle))).toBe('Hello');
  },
);

test('it is not awaited any more once it failed, was stopped or is over', () => {
  expect(getAwaitedText(setObstacle(asked, { kind: 'pairing-denied' }))).toBe('');
  expect(getAwaitedText({ ...asked, stopped: true })).toBe('');
  const error = { code: 'internal', message: 'It broke.', retryable: true } as const;
  const ended = { type: 'event', key: 'key', eventId: '1', event: { event: 'error', data: error } } as const;
  expect(getAwaitedText(foldMessage(asked, ended))).toBe('');
});
