import { expect, test } from 'vitest';
import { restoreTypography, simplifyTypography } from '../../../../server/engines/bergamot/typography.ts';

test.each([
  ['“Hi” «oi» „na“', '"Hi" "oi" "na"'],
  ['it’s ‘so’ It`s', "it's 'so' It's"],
  ['late — very – late—so', 'late - very - late - so'],
  ['1990–1995 at −5', '1990-1995 at -5'],
  ['wait… what...ever', 'wait... what... ever'],
  ['10\u00a0km\u202f!', '10 km !'],
  ['ﬁne trans\u00adla\u200btion', 'fine translation'],
  ['nai\u0308ve façade não', 'naive façade não'],
])('%j becomes plain for the model', (text, plain) => {
  expect(simplifyTypography(text)).toBe(plain);
});

test.each([
  ['"Olá", disse "ele"', '“Hi,” he said', '“Olá”, disse “ele”'],
  ['"Olá" ("oi")', '«Hi» («hi»)', '«Olá» («oi»)'],
  ['"Olá', '“Hi', '“Olá'],
  ['Olá"', 'Hi”', 'Olá”'],
  ["don't", 'I’m', 'don’t'],
  ["'so'", '‘so’', '‘so’'],
  ['era tarde - muito -, sim', 'it — very — yes', 'era tarde — muito —, sim'],
  ['1990-1995', '1990–1995', '1990–1995'],
  ['espere...', 'wait…', 'espere…'],
  ['1o e 2a', '1st and 2nd', '1º e 2ª'],
  ['Figura 2a', 'Figure 2a', 'Figura 2a'],
  ['a 10 km daqui', '10\u00a0km away', 'a 10\u00a0km daqui'],
  ['"Olá" - \'oi\'...', '"Hi" - \'hi\'...', '"Olá" - \'oi\'...'],
])('%j gets the signs of %j', (translation, source, restored) => {
  expect(restoreTypography(translation, source)).toBe(restored);
});
