import { expect, it } from 'vitest';
import { readRefusal } from '../../shared/read-refusal.ts';
import { TranslationError } from '../../shared/translation-error.ts';

it.each([{ hint: 'Wait.' }, {}])('reads a problem with %j as the failure it was made of', (options) => {
  const error = new TranslationError('queue_full', 'Too many wait.', options);
  expect(readRefusal(error.toProblem(), '127.0.0.1:9000')).toEqual({
    kind: 'problem',
    error: error.toData(),
  });
});

it.each([undefined, null, 'no', {}, { code: 'queue_full' }])('takes %j for another server', (body) => {
  expect(readRefusal(body, '127.0.0.1:9000')).toEqual({ kind: 'unreadable', server: '127.0.0.1:9000' });
});
