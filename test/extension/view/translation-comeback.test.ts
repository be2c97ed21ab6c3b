import { beforeEach, expect, test } from 'vitest';
import type { ViewState } from '../../../extension/view/view-state.ts';
import { getTranslatedText } from '../../../shared/translation-state.ts';
import type { FakePort } from '../fake-browser.ts';
import { browser, getAttempt, getPort, hello, openSession } from './open-session.ts';
import { broken, delta, done, end, start, tell } from './session-events.ts';

/** The background ends; what the view is told by the next one is the greeting only. */
function loseBackground(port: FakePort): FakePort {
  port.lose();
  const next = getPort();
  expect(next).not.toBe(port);
  next.onMessage.fire(hello);
  return next;
}

beforeEach(() => {
  browser.ports.length = 0;
  browser.isAlive = true;
});

test('a background that dies before the first event is asked again under the same key', () => {
  const { session, port, getState } = openSession();
  session.translate('Hello');
  const first = getAttempt(port);
  const next = loseBackground(port);
  expect(getState().state).toBe('waiting');
  expect(getAttempt(next)).toEqual(first);
});

test('a background that dies in mid-stream is told where to go on, and nothing changes for the reader', () => {
  const { session, port, states } = openSession();
  session.translate('Hello');
  const { key } = getAttempt(port);
  tell(port, key, [start, delta('Ol')]);
  const before = states.at(-1);
  const next = loseBackground(port);
  expect(getAttempt(next)).toMatchObject({ key, texts: ['Hello'], target: 'pt', after: 's:2' });
  expect(states.at(-1)).toEqual(before);
  tell(next, key, [delta('á')], 3);
  expect(getTranslatedText((states.at(-1) as ViewState).translation)).toBe('Olá');
});

test('a background that dies again and again without a word is given up, with a way to try again', () => {
  const { session, port, getState } = openSession();
  session.translate('Hello');
  let last = port;
  for (let times = 0; times < 3; times += 1) last = loseBackground(last);
  expect(getState().state).toBe('waiting');
  last.lose();
  expect(getState()).toMatchObject({ state: 'failed', failure: { action: 'retry' } });
  expect(getPort()).toBe(last);
  session.retry();
  getPort().onMessage.fire(hello);
  expect(getAttempt(getPort())).toMatchObject({ type: 'translate', texts: ['Hello'] });
});

test('every event in between counts as a new life', () => {
  const { session, port, getState } = openSession();
  session.translate('Hello');
  const { key } = getAttempt(port);
  let last = port;
  for (let times = 1; times < 10; times += 1) {
    tell(last, key, [delta('á')], times);
    last = loseBackground(last);
  }
  expect(getState().state).toBe('waiting');
});

test('a translation that was stopped is not asked for again', () => {
  const { session, port, states } = openSession();
  session.translate('Hello');
  session.stop();
  const before = states.length;
  port.lose();
  expect(states).toHaveLength(before);
  expect(browser.ports).toHaveLength(1);
});

test('going on asks for the rest only, and keeps what is whole', () => {
  const { session, port, states, getState } = openSession();
  session.translate('One. Two.');
  tell(port, getAttempt(port).key, [start, delta('Um. '), end(0), delta('Do', 1), broken]);
  expect(getState()).toMatchObject({ state: 'failed', failure: { action: 'go-on' } });
  session.goOn();
  expect(getAttempt(port)).toMatchObject({ texts: ['Two.'], before: 'One.', target: 'pt' });
  expect(getAttempt(port)).not.toHaveProperty('after');
  const rest = { ...start.data, segments: [{ text: 0, start: 0, end: 4 }] };
  tell(port, getAttempt(port).key, [{ event: 'start', data: rest }, delta('Dois.'), end(0), done('stop')]);
  expect(getTranslatedText((states.at(-1) as ViewState).translation)).toBe('Um. Dois.');
  expect(getState().state).toBe('complete');
});

test('when the server gave up waiting for the view, it goes on with the rest by itself', () => {
  const { session, port } = openSession();
  session.translate('One. Two.');
  const { key } = getAttempt(port);
  tell(port, key, [start, delta('Um. '), end(0)]);
  const next = loseBackground(port);
  tell(next, key, [done('cancelled')], 4);
  expect(getAttempt(next)).toMatchObject({ texts: ['Two.'], before: 'One.' });
  expect(getAttempt(next).key).not.toBe(key);
  // Only once: somebody may cancel it on purpose.
  tell(next, getAttempt(next).key, [done('cancelled')]);
  expect(next.posted).toHaveLength(2);
});
