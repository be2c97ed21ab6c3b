import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('survives a minute of 200 clients at their worst, with nothing wrong and nothing left over', () => {
  const { stdout, stderr, status } = spawnSync('npm', ['run', 'soak', '--', '--minutes', '1'], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toMatch(/→ \d{3,} acts, 0 failures/);
  expect(status).toBe(0);
}, 240_000);
