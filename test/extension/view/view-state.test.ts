import { expect, test } from 'vitest';
import { describeRedirection } from '../../../extension/view/describe-redirection.ts';
import type { BackgroundMessage } from '../../../extension/messages/background-message.ts';
import {
  beginAttempt,
  beginRestAttempt,
  chooseLanguage,
  choosePair,
  emptyView,
  foldMessage,
  getAskedLanguages,
  getShownTarget,
  isRedirected,
  setObstacle,
  type ViewState,
} from '../../../extension/view/view-state.ts';

const languages = [
  { tag: 'pt', name: 'Portuguese', own: 'português', direction: 'ltr' as const },
  { tag: 'en', name: 'English', own: 'English', direction: 'ltr' as const },
];
const hello: BackgroundMessage = {
  type: 'hello',
  target: 'pt',
  languages,
  recent: ['pt'],
  showsOriginal: false,
};
const greeted = foldMessage(emptyView, hello);
const begun = beginAttempt(greeted, 'now', 'Hello');

function status(key: string): BackgroundMessage {
  return { type: 'event', event: { event: 'status', data: { phase: 'writing' } }, eventId: 's:1', key };
}

test('the greeting brings the languages, the last ones among them, and the target of the settings', () => {
  expect(greeted).toMatchObject({ target: 'pt', languages, recent: ['pt'] });
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

/** The attempt when the server has said into which language it goes. */
function startInto(target: string, state = begun): ViewState {
  const data = {
    ...{ id: 's', engine: 'ollama', model: 'm', source: 'pt', target, ignored: [] },
    segments: [
      { text: 0, start: 0, end: 2 },
      { text: 0, start: 2, end: 5 },
    ],
  };
  const message = { type: 'event', event: { event: 'start', data }, eventId: 's:1', key: 'now' } as const;
  return foldMessage(state, message);
}

/** The same, its first segment done. */
function translatePart(state: ViewState): ViewState {
  const data = { segment: 0, source: 'pt', status: 'translated' as const, checks: [] };
  return foldMessage(state, { type: 'event', event: { event: 'segment', data }, eventId: 's:2', key: 'now' });
}

test.each<[string, ViewState, string, string]>([
  ['was not begun', begun, 'pt', ''],
  ['goes where it should', startInto('pt'), 'pt', ''],
  [
    'goes into the second language',
    startInto('en'),
    'en',
    'Already in Portuguese, so here it is in English.',
  ],
  ['goes where the reader chose', startInto('en', { ...begun, chosen: 'en' }), 'en', ''],
  ['begins anew where the reader chose', { ...begun, chosen: 'en' }, 'en', ''],
  ['came before the greeting', startInto('en', { ...begun, target: '' }), 'en', ''],
])('of a translation that %s the view shows the language, and says why', (_how, state, tag, said) => {
  expect(getShownTarget(state)).toBe(tag);
  expect(describeRedirection(state)).toBe(said);
});

test.each<[string, ViewState, object]>([
  ['at first, nothing but the text', emptyView, {}],
  ['the language of the settings, or the second', begun, { target: 'pt' }],
  ['what the reader chose', { ...begun, chosen: 'en' }, { target: 'en', isTargetFixed: true }],
  ['once more as at first', beginAttempt(startInto('en'), 'next', 'Hello'), { target: 'pt' }],
  [
    'for the rest the language of what is there',
    beginRestAttempt(translatePart(startInto('en')), 'next'),
    { target: 'en', isTargetFixed: true },
  ],
])('it asks for %s', (_what, state, asked) => {
  expect(getAskedLanguages(state)).toEqual(asked);
});

test('languages that were both chosen hold for the texts after it, too', () => {
  const chosen = choosePair(chooseLanguage(startInto('pt'), 'en', 'Hello'), { source: 'fr', target: 'ja' });
  const next = beginAttempt(chosen, 'next', 'Hello');
  expect(getAskedLanguages(next)).toEqual({ source: 'fr', target: 'ja' });
  expect(getAskedLanguages(choosePair(next, { source: '', target: 'ja' }))).toEqual({ target: 'ja' });
});

test('a choice holds for its text, and is the setting from then on', () => {
  const chosen = chooseLanguage(startInto('pt'), 'en', 'Hello');
  expect(beginAttempt(chosen, 'next', 'Hello')).toMatchObject({ target: 'en', chosen: 'en' });
  expect(beginAttempt(chosen, 'next', 'Bye')).not.toHaveProperty('chosen');
});

test('a choice for what went into the second language leaves the first', () => {
  const chosen = chooseLanguage(startInto('en'), 'fr', 'Hello');
  expect(chosen).toMatchObject({ target: 'pt', chosen: 'fr' });
  expect(isRedirected(beginAttempt(chosen, 'next', 'Hello'))).toBe(false);
});
