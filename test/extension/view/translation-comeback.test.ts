import { beforeEach, expect, test } from 'vitest';
import type { TranslateMessage } from '../../../extension/messages/view-message.ts';
import type { ViewState } from '../../../extension/view/view-state.ts';
import { describeTranslation } from '../../../shared/describe-translation.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';
import { getTranslatedText } from '../../../shared/translation-state.ts';
import { installFakeBrowser, type FakePort } from '../fake-browser.ts';

const browser = installFakeBrowser();
const { TranslationSession } = await import('../../../extension/view/translation-session.ts');

const hello = { type: 'hello', target: 'pt', languages: [], recent: [] };

/** A session whose background has greeted, with all that its view was told. */
function openSession() {
  const states: ViewState[] = [];
  const session = new TranslationSession('overlay', (state) => states.push(state));
  const port = getPort();
  port.onMessage.fire(hello);
  const getState = () => describeTranslation(states.at(-1) as ViewState);
  return { session, port, states, getState };
}

function getPort(): FakePort {
  return browser.ports.at(-1) as FakePort;
}

function getAttempt(port: FakePort): TranslateMessage {
  return port.posted.at(-1) as TranslateMessage;
}

/** The background ends; what the view is told by the next one is the greeting only. */
function loseBackground(port: FakePort): FakePort {
  port.lose();
  const next = getPort();
  expect(next).not.toBe(port);
  next.onMessage.fire(hello);
  return next;
}

/** Events of the attempt, the first with the number `from`. */
function tell(port: FakePort, key: string, events: TranslationEvent[], from = 1): void {
  for (const [index, event] of events.entries())
    port.onMessage.fire({ type: 'event', event, eventId: `s:${from + index}`, key });
}

const start = {
  event: 'start',
  data: {
    ...{ id: 's', engine: 'ollama', model: 'm', source: 'en', target: 'pt', ignored: [] },
    segments: [
      { text: 0, start: 0, end: 5 },
      { text: 0, start: 5, end: 9 },
    ],
  },
} satisfies TranslationEvent;

const broken: TranslationEvent = {
  event: 'error',
  data: { code: 'shutting_down', message: 'It stops.', retryable: true },
};

function delta(text: string, segment = 0): TranslationEvent {
  return { event: 'delta', data: { segment, attempt: 1, text } };
}

function end(segment: number): TranslationEvent {
  return { event: 'segment', data: { segment, source: 'en', status: 'translated', checks: [] } };
}

function done(reason: 'stop' | 'cancelled'): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  return { event: 'done', data: { complete: reason === 'stop', reason, usage: { characters: 1 }, timing } };
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

test('a view that takes over a failure only shows it', () => {
  const first = openSession();
  first.session.translate('Hello');
  tell(first.port, getAttempt(first.port).key, [start, delta('Ol'), broken]);
  const { session, port, getState } = openSession();
  session.restore(first.states.at(-1) as ViewState);
  expect(getState()).toEqual(first.getState());
  expect(port.posted).toEqual([]);
});
