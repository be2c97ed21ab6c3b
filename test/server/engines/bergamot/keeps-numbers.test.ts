import { expect, test } from 'vitest';
import { keepsNumbers } from '../../../../server/engines/bergamot/keeps-numbers.ts';

test.each([
  ['em 5 de maio de 2023', 'May 5, 2023', true],
  ['1.000,50', '1,000.50', true],
  ['século XXI', '21st century', true],
  ['década de 1990', 'the 1990s', true],
  ['1º lugar', 'first place', true],
  ['US$ 1,000', '$11,000', false],
  ['1040 km', '645 miles (1040 km)', false],
])('%j after %j: %s', (translation, source, kept) => {
  expect(keepsNumbers(translation, source)).toBe(kept);
});
