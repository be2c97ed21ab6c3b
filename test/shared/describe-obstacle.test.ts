import { expect, test } from 'vitest';
import { describeError, describeObstacle } from '../../shared/describe-obstacle.ts';
import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { say } from '../../shared/say.ts';

const server = '127.0.0.1:9000';

const obstacles: [Obstacle['kind'], Obstacle, action: string | undefined][] = [
  ['unreachable', { kind: 'unreachable', server }, 'retry'],
  ['silent', { kind: 'silent', server }, 'retry'],
  ['unreadable', { kind: 'unreadable', server }, 'options'],
  ['cut', { kind: 'cut' }, 'retry'],
  ['interrupted', { kind: 'interrupted' }, 'retry'],
  ['outdated-page', { kind: 'outdated-page' }, 'reload'],
  ['no-text', { kind: 'no-text' }, undefined],
  ['permission', { kind: 'permission' }, 'allow'],
  ['pairing', { kind: 'pairing', code: '123456' }, 'pair'],
  ['unready', { kind: 'unready', because: { kind: 'unreachable', server } }, 'setup'],
  ['pairing-denied', { kind: 'pairing-denied' }, 'retry'],
];

test.each(obstacles)('%s is a sentence, with the button that helps', (_kind, obstacle, action) => {
  const said = describeObstacle(obstacle);
  expect(said.line).toMatch(/^[A-Z].*\.$/);
  expect(said.action).toBe(action);
});

test('what is waited for is told in its own words, and that the translation goes on', () => {
  const because: Obstacle = { kind: 'unreachable', server };
  const { line, advice } = describeObstacle({ kind: 'unready', because });
  expect(line).toBe(describeObstacle(because).line);
  expect(advice).toBe(`${describeObstacle(because).advice ?? ''}\n${say('goesOn')}`);
});

test('a server that is not there is named', () => {
  expect(describeObstacle({ kind: 'unreachable', server }).advice).toContain(server);
});

const actions: [ErrorCode, action: string | undefined][] = [
  ['model_not_found', 'retry'],
  ['engine_unavailable', 'retry'],
  ['unsupported_language', undefined],
  ['text_too_long', undefined],
];

test.each(actions)('the button after %s is %s', (code, action) => {
  const { retryable } = errorCodes[code];
  const said = describeError({ code, message: 'What happened.', hint: 'What to do.', retryable });
  expect(said).toEqual({ line: 'What happened.', advice: 'What to do.', ...(action && { action }) });
});

test('a stream that is gone is told without a word about streams', () => {
  const said = describeError({ code: 'stream_gone', message: 'There is no such stream.', retryable: true });
  expect(said).toEqual({ line: say('streamGone'), advice: say('streamGoneAdvice'), action: 'retry' });
});

test('a server that takes connections and stays silent is not called stopped', () => {
  const { line, advice } = describeObstacle({ kind: 'silent', server });
  expect(line).toContain(server);
  expect(`${line} ${advice ?? ''}`).not.toContain(say('unreachable'));
});

test('a missing token is asked for without a word about headers', () => {
  const hint = 'Send the header "Authorization: Bearer …".';
  const said = describeError({ code: 'unauthorized', message: 'What happened.', hint, retryable: false });
  expect(said).toEqual({ line: 'What happened.', advice: say('unauthorizedAdvice'), action: 'options' });
});
