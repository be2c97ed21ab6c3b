import { expect, test } from 'vitest';
import { isSubmitKey } from '../../../extension/popup/is-submit-key.ts';

const enter = { key: 'Enter', ctrlKey: false, metaKey: false, isComposing: false };

test.each([
  ['Ctrl+Enter translates', { ctrlKey: true }, true],
  ['Command+Enter translates', { metaKey: true }, true],
  ['Enter alone begins a new line', {}, false],
  ['Ctrl with another key does something else', { ctrlKey: true, key: 'a' }, false],
  [
    'Enter that ends the input of a character translates nothing',
    { ctrlKey: true, isComposing: true },
    false,
  ],
])('%s', (_name, press, expected) => {
  expect(isSubmitKey({ ...enter, ...press })).toBe(expected);
});
