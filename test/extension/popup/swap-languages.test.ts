import { expect, test } from 'vitest';
import { listLanguageChoices } from '../../../extension/messages/list-language-choices.ts';
import { swapLanguages, type SwappedLanguages } from '../../../extension/popup/swap-languages.ts';
import { beginAttempt, choosePair, emptyView, type ViewState } from '../../../extension/view/view-state.ts';
import { foldTranslation } from '../../../shared/translation-state.ts';
import { delta, done, end, start } from '../view/session-events.ts';

const greeted: ViewState = { ...emptyView, target: 'pt', languages: listLanguageChoices() };
const chosen = choosePair(greeted, { source: 'en', target: 'pt' });
const text = 'One. Two.';
const events = [start, delta('Um. ', 0), end(0), delta('Dois.', 1), end(1), done('stop')];

function translate(before: ViewState, count = events.length): ViewState {
  const begun = beginAttempt(before, 'key', text);
  return { ...begun, translation: events.slice(0, count).reduce(foldTranslation, begun.translation) };
}

test.each<[string, ViewState, string, SwappedLanguages | undefined]>([
  ['nothing is known yet', greeted, '', undefined],
  ['both were chosen', chosen, '', { source: 'pt', target: 'en', text: '' }],
  ['a text was not translated yet', chosen, text, { source: 'pt', target: 'en', text }],
  ['a translation is whole', translate(greeted), text, { source: 'pt', target: 'en', text: 'Um. Dois.' }],
  [
    'the text is another by now',
    translate(greeted),
    'Three.',
    { source: 'pt', target: 'en', text: 'Three.' },
  ],
  ['it still runs', translate(greeted, 3), text, undefined],
  ['it was stopped', { ...translate(greeted, 3), stopped: true }, text, { source: 'pt', target: 'en', text }],
  ['both are the same', choosePair(greeted, { source: 'pt', target: 'pt-BR' }), text, undefined],
])('when %s', (_when, state, typed, swapped) => {
  expect(swapLanguages(state, typed)).toEqual(swapped);
});

test('after two exchanges all is as it was, but for what was found out', () => {
  const once = swapLanguages(translate(greeted), text);
  const back = swapLanguages(choosePair(greeted, once ?? { source: '', target: '' }), 'Um. Dois.');
  expect(back).toMatchObject({ source: 'en', target: 'pt' });
});
