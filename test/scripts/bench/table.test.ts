import { expect, it } from 'vitest';
import { formatTable } from '../../../scripts/bench/table.ts';

it('sets names on the left and numbers on the right, and says last what they mean', () => {
  const table = {
    title: 'Speed',
    columns: ['', 'tokens/s'],
    rows: [
      ['straight', '1000'],
      ['through', '90'],
    ],
    verdict: '9 %',
  };
  expect(formatTable(table).split('\n')).toEqual([
    'Speed',
    '             tokens/s',
    '  straight       1000',
    '  through          90',
    '  → 9 %',
  ]);
});
