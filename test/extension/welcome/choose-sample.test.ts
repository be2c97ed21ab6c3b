import { expect, test } from 'vitest';
import { chooseSample } from '../../../extension/welcome/choose-sample.ts';

test.each([
  ['pt', 'en'],
  ['ja', 'en'],
  ['en', 'pt'],
  ['en-GB', 'pt'],
])('into %s the sample is in %s', (target, lang) => {
  expect(chooseSample(target).lang).toBe(lang);
});
