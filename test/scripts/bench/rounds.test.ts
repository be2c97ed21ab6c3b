import { expect, it } from 'vitest';
import { measureInTurn } from '../../../scripts/bench/rounds.ts';

it('measures the variants in turn, and another one first in each round', async () => {
  const order: string[] = [];
  await measureInTurn(['a', 'b'], 2, (variant) => Promise.resolve(order.push(variant)));
  expect(order).toEqual(['a', 'b', 'b', 'a', 'a', 'b']);
});

it('gives the results of each variant by its rounds, without the one that warms up', async () => {
  const counts = { a: 0, b: 0 };
  const results = await measureInTurn(['a', 'b'] as const, 3, (variant) => {
    counts[variant] += 1;
    return Promise.resolve(`${variant}${counts[variant]}`);
  });
  expect(results).toEqual([
    ['a2', 'a3', 'a4'],
    ['b2', 'b3', 'b4'],
  ]);
});
