import { expect, test } from 'vitest';
import { describeSetup } from '../../../extension/welcome/describe-setup.ts';
import type { ServerStatus } from '../../../extension/messages/background-message.ts';
import type { ErrorCode } from '../../../shared/error-codes.ts';

const server = '127.0.0.1:9000';

function refuse(code: ErrorCode, hint?: string): ServerStatus {
  const error = { code, message: 'It is so.', retryable: true };
  return { kind: 'problem', error: hint === undefined ? error : { ...error, hint } };
}

test.each<[string, ServerStatus | undefined, object]>([
  ['nothing is known yet', undefined, { current: 'permission', missing: { line: /Asking/ } }],
  [
    'the browser forbids it',
    { kind: 'permission' },
    { current: 'permission', missing: { line: /^Let Dragoman/, action: 'allow' } },
  ],
  [
    'no server runs',
    { kind: 'unreachable', server },
    { current: 'server', missing: { line: /^Start .+127\.0\.0\.1:9000/ }, command: 'npm start' },
  ],
  [
    'no server runs at a port of the reader’s own',
    { kind: 'unreachable', server: 'localhost:9100' },
    { current: 'server', missing: { line: /^Start/ }, command: 'npm start -- --port 9100' },
  ],
  [
    'the server is silent',
    { kind: 'silent', server },
    { current: 'server', missing: { line: /start the server again/ }, command: 'npm start' },
  ],
  [
    'another program answers',
    { kind: 'unreadable', server },
    { current: 'server', missing: { line: /another program/, action: 'options' } },
  ],
  [
    'the token is missing',
    refuse('unauthorized', 'Send Authorization: Bearer'),
    { current: 'server', missing: { line: /^Enter the token/, action: 'options' } },
  ],
  ['the server is in trouble', refuse('internal'), { current: 'server', missing: { line: /^It is so\.$/ } }],
  [
    'it asks for pairing',
    { kind: 'pairing', code: '123456' },
    { current: 'pairing', missing: { line: /shows this number/, action: 'pair' } },
  ],
  [
    'it was denied',
    { kind: 'pairing-denied' },
    { current: 'pairing', missing: { line: /denied .+ five minutes/ } },
  ],
  ['too many ask', refuse('too_many_requests'), { current: 'pairing', missing: { line: /^It is so/ } }],
  [
    'the model is missing',
    refuse('model_not_found', 'Get it with: ollama pull qwen3:8b'),
    { current: 'engine', missing: { line: /^It is so\.$/ }, command: 'ollama pull qwen3:8b' },
  ],
  [
    'no command helps',
    refuse('engine_unavailable', 'Start that program.'),
    { current: 'engine', missing: { line: /^It is so\.$/, advice: 'Start that program.' } },
  ],
  ['all is there', { kind: 'ready', engine: 'ollama', model: 'qwen3:8b' }, { current: 'translation' }],
])('when %s, it says what to do', (_when, status, expected) => {
  const said = describeSetup(status, false);
  const { missing } = expected as { missing?: { line: RegExp } };
  expect(said).toEqual(
    missing
      ? { ...expected, missing: { ...missing, line: expect.stringMatching(missing.line) as string } }
      : expected,
  );
});

test('with a translation there all is done', () => {
  expect(describeSetup({ kind: 'ready', engine: 'ollama', model: 'qwen3:8b' }, true)).toEqual({
    current: undefined,
  });
});
