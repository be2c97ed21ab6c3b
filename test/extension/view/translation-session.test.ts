import { beforeEach, expect, test } from 'vitest';
import type { ViewMessage } from '../../../extension/messages/view-message.ts';
import { browser, getAttempt, getPort, hello, openSession, TranslationSession } from './open-session.ts';
import { delta, done, end, start, tell } from './session-events.ts';

beforeEach(() => {
  browser.ports.length = 0;
  browser.isAlive = true;
});

test.each([false, true])('what ended whole is told once, unless its window is private (%s)', (isPrivate) => {
  const { port } = openSession();
  port.onMessage.fire({ type: 'job', job: { text: 'One. Two.', isPrivate } });
  const { key } = getAttempt(port);
  tell(port, key, [start, delta('Um. ', 0), end(0), delta('Dois.', 1), end(1), done('stop')]);
  const kept = (port.posted as ViewMessage[]).filter(({ type }) => type === 'keep');
  const entry = { id: key, text: 'One. Two.', translation: 'Um. Dois.', source: 'en', target: 'pt' };
  expect(kept).toMatchObject(isPrivate ? [] : [{ entry }]);
});

test('a job of the background is asked for at once, into the language of the settings', () => {
  const { port } = openSession();
  port.onMessage.fire({ type: 'job', job: { text: 'Hello' } });
  expect(getAttempt(port)).toMatchObject({ type: 'translate', texts: ['Hello'], target: 'pt' });
});

test('every attempt has a key of its own, hard to guess', () => {
  const { session, port } = openSession();
  session.translate('Hello');
  const first = getAttempt(port).key;
  session.retry();
  expect(getAttempt(port)).toMatchObject({ type: 'translate', texts: ['Hello'] });
  expect(getAttempt(port).key).not.toBe(first);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
});

test('without text nothing is asked', () => {
  const { session, port, getState } = openSession();
  session.translate(' \n');
  expect(port.posted).toEqual([]);
  expect(getState().state).toBe('failed');
});

test('half a character at an end of the selection is replaced, for the server refuses it', () => {
  const { session, port } = openSession();
  session.translate('\ude00Hello\ud83d');
  expect(getAttempt(port).texts).toEqual(['\ufffdHello\ufffd']);
});

test('another language is remembered, and the text translated into it', () => {
  const { session, port } = openSession();
  session.translate('Hello');
  session.chooseTarget('ja');
  expect(port.posted.at(-2)).toEqual({ type: 'remember-target', target: 'ja' });
  expect(getAttempt(port)).toMatchObject({ texts: ['Hello'], target: 'ja', isTargetFixed: true });
});

test('another language for what went into the second one is remembered as that', () => {
  const { session, port } = openSession();
  session.translate('Olá, meu amigo');
  const { key } = getAttempt(port);
  const data = {
    ...{ id: 's', engine: 'ollama', model: 'm', source: 'pt', target: 'en', ignored: [] },
    segments: [{ text: 0, start: 0, end: 14 }],
  };
  port.onMessage.fire({ type: 'event', event: { event: 'start', data }, eventId: 's:1', key });
  session.chooseTarget('pt');
  expect(port.posted.at(-2)).toEqual({ type: 'remember-target', target: 'pt', isSecond: true });
  expect(getAttempt(port)).toMatchObject({ target: 'pt', isTargetFixed: true });
  session.translate('Bom dia');
  expect(getAttempt(port)).not.toHaveProperty('isTargetFixed');
});

test('another language without a text is only remembered', () => {
  const { session, port } = openSession();
  session.chooseTarget('ja');
  expect(port.posted).toEqual([{ type: 'remember-target', target: 'ja' }]);
});

test('asked again, a view with a text box translates what is in the box by now', () => {
  const { session, port } = openSession();
  session.translate('Hello');
  session.retry('Hello again');
  expect(getAttempt(port)).toMatchObject({ texts: ['Hello again'], target: 'pt' });
  session.chooseTarget('ja', 'Hello once more');
  expect(getAttempt(port)).toMatchObject({ texts: ['Hello once more'], target: 'ja' });
});

test('another language for a text that nobody asked to translate yet is only remembered', () => {
  const { session, port } = openSession();
  session.chooseTarget('ja', 'Hello');
  expect(port.posted).toEqual([{ type: 'remember-target', target: 'ja' }]);
});

test('stopping shows at once', () => {
  const { session, port, getState } = openSession();
  session.translate('Hello');
  session.stop();
  expect(port.posted.at(-1)).toEqual({ type: 'stop' });
  expect(getState().state).toBe('stopped');
});

test('a background that ends when nothing runs changes nothing', () => {
  const { port, states } = openSession();
  const before = states.length;
  port.lose();
  expect(states).toHaveLength(before);
  expect(browser.ports).toHaveLength(1);
});

test('an extension that was updated under the page asks for a reload', () => {
  const { session, port, getState } = openSession();
  session.translate('Hello');
  browser.isAlive = false;
  port.lose();
  expect(getState()).toMatchObject({ state: 'failed', failure: { action: 'reload' } });
});

test('closing ends the line', () => {
  const { session, port } = openSession();
  session.close();
  expect(port.isConnected).toBe(false);
});

test('a view that has to go hands its text over before it closes', () => {
  const session = new TranslationSession('overlay', () => undefined);
  session.translate('Hello');
  const port = getPort();
  session.moveToWindow();
  session.close();
  port.onMessage.fire(hello);
  expect(port.posted.at(-1)).toEqual({ type: 'show-in-window', text: 'Hello' });
  expect(port.isConnected).toBe(false);
});
