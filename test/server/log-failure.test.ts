import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logFailure } from '../../server/log-failure.ts';

it('logs where it happened and nothing of what it said', () => {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  logFailure(log, new Error('secret\n    at secret places'));
  expect(lines.join('')).toMatch(/log-failure\.test\.ts/);
  expect(lines.join('')).not.toContain('secret');
});
