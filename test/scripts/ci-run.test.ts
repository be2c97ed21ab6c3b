import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { knownPrograms } from '../../scripts/programs/known-programs.ts';

const script = readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8');

it('installs git and every program of the browser tests', () => {
  const installed = /packages=\((.+)\)/.exec(script)?.[1]?.split(' ');
  const needed = Object.values(knownPrograms).map(({ debianPackage }) => debianPackage);

  expect(installed?.toSorted()).toEqual(['git', ...needed].toSorted());
});

it('runs the command that the README gives for the tests', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

  expect(script).toMatch(/^npm ci && npm test$/m);
  expect(readme).toMatch(/^npm ci && npm test$/m);
});
