import { expect, test } from 'vitest';
import { describeServer } from '../../../extension/options/describe-server.ts';
import { say } from '../../../shared/say.ts';

test('says which engine and model would translate', () => {
  const said = describeServer({ kind: 'ready', engine: 'ollama', model: 'qwen3:8b' });
  expect(said).toEqual({ line: `${say('connected')} · Ollama, qwen3:8b` });
});

test('says where it looked for a server that does not answer', () => {
  const { line, failure } = describeServer({ kind: 'unreachable', server: 'localhost:9000' });
  expect(line).toBe('');
  expect(failure?.line).toBe(say('unreachable'));
  expect(failure?.advice).toContain('localhost:9000');
});

test('offers the button for a missing permission', () => {
  expect(describeServer({ kind: 'permission' }).failure?.action).toBe('allow');
});

test('has no button that only leads back to the options', () => {
  const error = { code: 'unauthorized', message: 'The token is wrong.', retryable: false } as const;
  const { failure } = describeServer({ kind: 'problem', error });
  expect(failure).toEqual({ line: error.message, advice: say('unauthorizedAdvice') });
});

test('says of a background that ended that the question, not a translation, was interrupted', () => {
  const { failure } = describeServer({ kind: 'interrupted' });
  expect(failure).toEqual({ line: say('checkInterrupted') });
});

test('has no second button to check again', () => {
  const { failure } = describeServer({ kind: 'unreachable', server: 'localhost:9000' });
  expect(failure).not.toHaveProperty('action');
});
