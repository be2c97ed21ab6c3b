import { expect, test } from 'vitest';
import { isJobWaiting } from '../../../extension/panel/is-job-waiting.ts';

test.each([
  ['a job for this panel is noticed', { type: 'job-waiting', view: 'panel:1' }, true],
  ['a job for the panel of another window is not', { type: 'job-waiting', view: 'panel:12' }, false],
  ['any other message is not', { type: 'hello', view: 'panel:1' }, false],
])('%s', (_name, message, expected) => {
  expect(isJobWaiting(message, 'panel:1')).toBe(expected);
});
