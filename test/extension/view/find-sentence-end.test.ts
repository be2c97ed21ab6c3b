import { expect, test } from 'vitest';
import { findSentenceEnd } from '../../../extension/view/find-sentence-end.ts';

test.each([
  ['a first sentence is not sure to be over', 'Olá, mundo.', 0, 'pt', 0],
  ['until the next has begun', 'Olá, mundo. E', 0, 'pt', 12],
  ['the last that is over counts', 'Um. Dois. Três', 0, 'pt', 10],
  ['what was said before is not looked at', 'Um. Dois. Três', 4, 'pt', 10],
  ['an unfinished sentence stays', 'Um. Dois e', 4, 'pt', 4],
  ['Japanese needs no spaces', 'こんにちは。元気', 0, 'ja', 6],
  ['nothing is there yet', '', 0, 'pt', 0],
])('%s', (_what, text, start, language, end) => {
  expect(findSentenceEnd(text, start, language)).toBe(end);
});
