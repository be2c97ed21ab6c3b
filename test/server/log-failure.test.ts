import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logFailure } from '../../server/log-failure.ts';

it('logs where it happened and nothing of what it said', () => {
  const line = readLog(new Error('secret\n    at secret places'));
  expect(line).toMatch(/log-failure\.test\.ts/);
  expect(line).not.toContain('secret');
});

it.each([
  ['an error with another message than at its birth', Object.assign(new Error('secret'), { message: 'x' })],
  ['an error with a cause', new Error('x', { cause: new Error('secret') })],
  ['an error with more about it', Object.assign(new Error('x'), { body: 'secret', code: 'secret' })],
  ['several errors', new AggregateError([new Error('secret')], 'secret')],
  ['a string', 'secret'],
  ['an object', { message: 'secret', stack: 'secret' }],
])('logs nothing of what %s says', (_name, thrown) => {
  const line = readLog(thrown);
  expect(line).toContain('unforeseen failure');
  expect(line).not.toContain('secret');
});

function readLog(thrown: unknown): string {
  const lines: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  logFailure(log, thrown);
  return lines.join('');
}
