import { expect, test } from 'vitest';
import { chooseButtons, type Buttons } from '../../../extension/view/choose-buttons.ts';
import type { TranslationWords } from '../../../shared/describe-translation.ts';

const complete: TranslationWords = { state: 'complete', line: 'Translated' };
const failed = (action: 'options' | 'retry' | 'go-on' | 'reload'): TranslationWords => {
  return { ...complete, state: 'failed', failure: { line: 'What happened.', action } };
};

test.each<[string, Parameters<typeof chooseButtons>, (keyof Buttons)[]]>([
  ['while it runs', [{ ...complete, state: 'writing' }, true, 'Olá'], ['stop']],
  ['while it waits for the reader', [{ ...complete, state: 'blocked' }, true, ''], []],
  ['when it is complete', [complete, false, 'Olá'], ['retry', 'copy']],
  ['when it was stopped before a word', [{ ...complete, state: 'stopped' }, false, ''], ['retry']],
  ['after a failure with its own button to try again', [failed('retry'), false, ''], []],
  ['after a failure that keeps some text', [failed('retry'), false, 'Ol'], ['copy']],
  [
    'after a failure whose own button goes on with the rest',
    [failed('go-on'), false, 'Ol'],
    ['retry', 'copy'],
  ],
  ['after a failure that the options can cure', [failed('options'), false, ''], ['retry']],
  ['after a failure that only reloading cures', [failed('reload'), false, ''], []],
])('%s', (_when, facts, shown) => {
  const buttons = chooseButtons(...facts);
  expect((['stop', 'retry', 'copy'] as const).filter((name) => buttons[name])).toEqual(shown);
});
