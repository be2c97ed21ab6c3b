import { expect, test } from 'vitest';
import { chooseSelection, type FrameSelection } from '../../../extension/background/choose-selection.ts';

const focused = (text: string): FrameSelection => ({ text, keyboard: 'here' });
const outer = (text: string): FrameSelection => ({ text, keyboard: 'inside' });
const other = (text: string): FrameSelection => ({ text, keyboard: 'elsewhere' });

test.each<[string, FrameSelection[], string | undefined]>([
  ['no frame lets a script in', [], ''],
  ['nothing is selected', [focused('')], ''],
  ['only white space is selected', [focused(' \n')], ' \n'],
  ['the page has a selection', [focused('page')], 'page'],
  ['the frame with the keyboard has one', [outer(''), other('old'), focused('new')], 'new'],
  ['the page around it has an old one', [outer('old'), focused('inner')], 'inner'],
  ['the frame with the keyboard lets no script in', [outer('old'), other('older')], undefined],
  ['nothing is selected in the frame with the keyboard', [outer('page'), focused('')], 'page'],
  ['only a frame without the keyboard has one', [focused(''), other('frame')], 'frame'],
  ['no frame has the keyboard', [other('first'), other('second')], 'first'],
  ['the focused frame has white space only', [other('text'), focused('  ')], 'text'],
])('when %s', (_what, frames, selected) => {
  expect(chooseSelection(frames)).toBe(selected);
});

test.each<[string, FrameSelection[], string]>([
  ['the frame with the keyboard does not know it', [outer('old'), other('inner')], 'inner'],
  ['one frame knows it', [outer(''), other('old'), focused('new')], 'new'],
  ['one lets no script in all the same', [outer('old')], ''],
])('when all sites are allowed, and %s', (_what, frames, selected) => {
  expect(chooseSelection(frames, true)).toBe(selected);
});
