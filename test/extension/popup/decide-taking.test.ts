import { expect, test } from 'vitest';
import { decideTaking, type TextBox } from '../../../extension/popup/decide-taking.ts';

const empty: TextBox = { draft: '', taken: '', earlier: '' };
const typed: TextBox = { ...empty, draft: 'typed' };
const read: TextBox = { draft: 'read', taken: 'read', earlier: 'typed' };

test.each<[string, TextBox, selected: string, TextBox]>([
  ['nothing is selected', typed, ' ', typed],
  ['the text box is empty', empty, 'new', { draft: 'new', taken: 'new', earlier: '' }],
  ['something was typed', typed, 'new', { draft: 'new', taken: 'new', earlier: 'typed' }],
  ['that is there already', read, 'read ', read],
  ['something was taken before', read, 'new', { draft: 'new', taken: 'new', earlier: 'typed' }],
  [
    'what was taken was changed since',
    { ...read, draft: 'read, and more' },
    'new',
    { draft: 'new', taken: 'new', earlier: 'read, and more' },
  ],
])('when %s', (_what, box, selected, expected) => {
  expect(decideTaking(box, selected)).toEqual(expected);
});
