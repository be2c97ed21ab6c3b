import { expect, test } from 'vitest';
import { chooseSelection, type FrameSelection } from '../../../extension/background/choose-selection.ts';

const focused = (text: string): FrameSelection => ({ text, isFocused: true });
const other = (text: string): FrameSelection => ({ text, isFocused: false });

test.each<[string, FrameSelection[], string | undefined]>([
  ['no frame lets a script in', [], undefined],
  ['nothing is selected', [focused('')], ''],
  ['only white space is selected', [focused(' \n')], ' \n'],
  ['the page has a selection', [focused('page')], 'page'],
  ['the frame with the keyboard has one', [focused(''), other('old'), focused('new')], 'new'],
  ['the page around it has an old one', [focused('outer'), focused('inner')], 'inner'],
  ['only a frame without the keyboard has one', [focused(''), other('frame')], 'frame'],
  ['no frame has the keyboard', [other('first'), other('second')], 'first'],
  ['the focused frame has white space only', [other('text'), focused('  ')], 'text'],
])('when %s', (_what, frames, selected) => {
  expect(chooseSelection(frames)).toBe(selected);
});
