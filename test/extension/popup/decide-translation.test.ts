import { expect, test } from 'vitest';
import {
  decideTranslation,
  getAttemptStage,
  type TranslationDecision,
  type TranslationFacts,
} from '../../../extension/popup/decide-translation.ts';
import { beginAttempt, emptyView, setObstacle } from '../../../extension/view/view-state.ts';

const typed: TranslationFacts = {
  ...{ text: 'Hello', isComposing: false, isAsked: false },
  ...{ lastText: '', last: 'none' },
};
const asked: TranslationFacts = { ...typed, isAsked: true };
const begun = beginAttempt(emptyView, 'key', 'Hello');

test.each<[string, TranslationFacts, TranslationDecision]>([
  ['the first text', typed, 'translate'],
  ['no text', { ...typed, text: ' \n' }, 'nothing'],
  ['what an input method has not settled', { ...typed, isComposing: true }, 'nothing'],
  ['the same, though asked for', { ...asked, isComposing: true }, 'nothing'],
  ['another text while one runs', { ...typed, lastText: 'Hell', last: 'running' }, 'translate'],
  ['another text after one is done', { ...typed, lastText: 'Hell', last: 'over' }, 'translate'],
  ['what is running', { ...typed, lastText: 'Hello', last: 'running' }, 'nothing'],
  ['what is running, though asked for', { ...asked, lastText: 'Hello', last: 'running' }, 'nothing'],
  ['what is held up', { ...typed, lastText: 'Hello', last: 'held' }, 'nothing'],
  ['what is held up, asked for', { ...asked, lastText: 'Hello', last: 'held' }, 'translate'],
  ['what is shown', { ...typed, lastText: 'Hello', last: 'over' }, 'nothing'],
  [
    'what is shown, with a space after it',
    { ...typed, text: 'Hello ', lastText: 'Hello', last: 'over' },
    'nothing',
  ],
  ['what is shown, asked for', { ...asked, lastText: 'Hello', last: 'over' }, 'translate'],
  ['what failed', { ...typed, lastText: 'Hello', last: 'failed' }, 'translate'],
  ['nothing any more while it runs', { ...typed, text: '', lastText: 'Hello', last: 'running' }, 'stop'],
  ['nothing any more after it is done', { ...typed, text: '', lastText: 'Hello', last: 'over' }, 'nothing'],
  [
    'half a surrogate pair, shown',
    { ...typed, text: 'a\ud800', lastText: 'a\ufffd', last: 'over' },
    'nothing',
  ],
])('%s', (_what, facts, decision) => {
  expect(decideTranslation(facts)).toBe(decision);
});

test('the stage of an attempt follows from what is shown', () => {
  const states = [
    emptyView,
    begun,
    setObstacle(begun, { kind: 'permission' }),
    { ...begun, stopped: true },
    setObstacle(begun, { kind: 'cut' }),
  ];
  expect(states.map(getAttemptStage)).toEqual(['none', 'running', 'held', 'over', 'failed']);
});
