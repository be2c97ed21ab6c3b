import { beforeEach, expect, test } from 'vitest';
import type { ViewState } from '../../../extension/view/view-state.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import { getTranslatedText } from '../../../shared/translation-state.ts';
import type { FakePort } from '../fake-browser.ts';
import { browser, getAttempt, openSession } from './open-session.ts';
import { broken, delta, done, end, start, tell } from './session-events.ts';

const gone = { code: 'stream_gone', message: 'It is gone.', retryable: true } as const;

/** The server has forgotten the stream, and says so in its place. */
function refuse(port: FakePort, key: string): void {
  port.onMessage.fire({ type: 'obstacle', obstacle: { kind: 'problem', error: gone }, key });
}

/** The server that made the stream has died: another one says so, without an id. */
function endAsGone(port: FakePort, key: string): void {
  port.onMessage.fire({ type: 'event', event: { event: 'error', data: gone }, eventId: '', key });
}

/** A view that takes over what another left after these events. */
function reopen(events: TranslationEvent[]) {
  const first = openSession();
  first.session.translate('One. Two.');
  const { key } = getAttempt(first.port);
  tell(first.port, key, events);
  const reopened = openSession();
  reopened.session.restore(first.states.at(-1) as ViewState);
  return { ...reopened, key };
}

beforeEach(() => {
  browser.ports.length = 0;
  browser.isAlive = true;
});

test('a view takes over what another has left, and goes on where that was', () => {
  const first = openSession();
  first.session.translate('Hello');
  tell(first.port, getAttempt(first.port).key, [start, delta('Ol')]);
  const left = first.states.at(-1) as ViewState;
  const { session, port, states } = openSession();
  session.restore(left);
  expect(states.at(-1)).toEqual(left);
  expect(getAttempt(port)).toMatchObject({ key: left.key, texts: ['Hello'], after: 's:2' });
});

test.each([
  ['has forgotten the stream', refuse],
  ['has died', endAsGone],
])('a view that was opened again when the server %s goes on with the rest by itself', (_what, tellGone) => {
  const { port, key } = reopen([start, delta('Um. '), end(0)]);
  tellGone(port, key);
  expect(getAttempt(port)).toMatchObject({ texts: ['Two.'], before: 'One.' });
  expect(getAttempt(port).key).not.toBe(key);
  // Only once: what is gone again is the reader's affair.
  tellGone(port, getAttempt(port).key);
  expect(port.posted).toHaveLength(2);
});

test.each([
  ['forgotten', refuse],
  ['broken off', endAsGone],
])(
  'once it was in the stream again, it tells when that is %s, and waits for the click',
  (_what, tellGone) => {
    const { port, key, getState } = reopen([start, delta('Um. '), end(0)]);
    tell(port, key, [delta('Do', 1)], 4);
    tellGone(port, key);
    expect(getState()).toMatchObject({ state: 'failed', failure: { action: 'go-on' } });
    expect(port.posted).toHaveLength(1);
  },
);

test('what the background says by itself is not the stream', () => {
  const { port, key } = reopen([start, delta('Um. '), end(0)]);
  const event: TranslationEvent = { event: 'status', data: { phase: 'queued' } };
  port.onMessage.fire({ type: 'event', event, eventId: '', key });
  refuse(port, key);
  expect(getAttempt(port)).toMatchObject({ texts: ['Two.'] });
});

test.each([
  ['forgotten', refuse],
  ['broken off', endAsGone],
])('a stream of which only its end was missing is complete when it is %s', (_what, tellGone) => {
  const { port, key, getState, states } = reopen([
    ...[start, delta('Um. '), end(0)],
    ...[delta('Dois.', 1), end(1)],
  ]);
  tellGone(port, key);
  expect(getState().state).toBe('complete');
  expect(getTranslatedText((states.at(-1) as ViewState).translation)).toBe('Um. Dois.');
  expect(port.posted).toMatchObject([{ type: 'translate' }, { type: 'keep' }]);
});

test('a whole text whose stream was given up is complete, too', () => {
  const { port, key, getState } = reopen([start, delta('Um. '), end(0), delta('Dois.', 1), end(1)]);
  tell(port, key, [done('cancelled')], 6);
  expect(getState().state).toBe('complete');
  expect(port.posted).toMatchObject([{ type: 'translate' }, { type: 'keep' }]);
});

test('a view that takes over a failure only shows it', () => {
  const first = openSession();
  first.session.translate('Hello');
  tell(first.port, getAttempt(first.port).key, [start, delta('Ol'), broken]);
  const { session, port, getState } = openSession();
  session.restore(first.states.at(-1) as ViewState);
  expect(getState()).toEqual(first.getState());
  expect(port.posted).toEqual([]);
});
