import { expect, it } from 'vitest';
import { errorCodes } from '../../shared/error-codes.ts';
import { problemSchema } from '../../shared/problem.ts';
import { toTranslationError, TranslationError } from '../../shared/translation-error.ts';

it.each(Object.keys(errorCodes) as (keyof typeof errorCodes)[])(
  '%s becomes a problem with its status',
  (code) => {
    const problem = new TranslationError(code, 'It failed.', { hint: 'Try again.' }).toProblem();
    expect(problemSchema.parse(problem)).toMatchObject({
      code,
      status: errorCodes[code].status,
      detail: 'It failed.',
      hint: 'Try again.',
    });
  },
);

it('travels as plain data', () => {
  const data = new TranslationError('timeout', 'It took too long.', { cause: new Error('secret') }).toData();
  expect(data).toEqual({ code: 'timeout', message: 'It took too long.', retryable: true });
});

it('keeps the cause', () => {
  const cause = new Error('below');
  expect(new TranslationError('internal', 'm', { cause }).cause).toBe(cause);
});

it('says nothing of what an unforeseen failure said', () => {
  const error = toTranslationError(new Error('the text was: secret'));
  expect(error.code).toBe('internal');
  expect(JSON.stringify(error.toProblem())).not.toContain('secret');
});

it('passes its own kind through', () => {
  const error = new TranslationError('timeout', 'm');
  expect(toTranslationError(error)).toBe(error);
});
