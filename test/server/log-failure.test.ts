import { pino } from 'pino';
import { expect, it } from 'vitest';
import { logFailure } from '../../server/log-failure.ts';

it.each([
  ['an error', new Error('secret\n    at secret places')],
  ['an error without a message', new Error()],
  ['an error with a cause', new Error('secret', { cause: new Error('secret') })],
  ['several errors', new AggregateError([new Error('secret')], 'secret')],
  ['an error of a kind of its own', Object.assign(new TypeError('secret'), { code: 'secret' })],
])('logs where %s happened and nothing of what it said', (_name, thrown) => {
  const line = readLog(thrown);
  expect(line).toMatch(/log-failure\.test\.ts/);
  expect(line).not.toContain('secret');
});

it.each([
  ['an error whose message changed', Object.assign(new Error('secret x\nsecret'), { message: 'x' })],
  ['an error whose message went', Object.assign(new Error('secret'), { message: '' })],
  ['an error with a stack of its own', Object.assign(new Error('x'), { stack: 'secret\nx\nsecret' })],
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
