import { expect } from 'vitest';
import { errorCodes, type ErrorCode } from '../../../shared/error-codes.ts';
import { readProblem, type RawAnswer } from '../send-raw.ts';

/** Expects a problem as every failed answer must be, with the header that keeps caches from mixing up callers. */
export function expectProblem(answer: RawAnswer, status: number, code: string): void {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(readProblem(answer)).toMatchObject({ status, code });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('vary')).toContain('Origin');
}

/** Expects that no page may read the answer. */
export function expectUnreadable(answer: RawAnswer): void {
  const names = [...answer.headers.keys()];
  expect(names.filter((name) => name.startsWith('access-control-'))).toEqual([]);
}

/** Expects a problem with this code and its own status. */
export function expectCode(answer: RawAnswer, code: ErrorCode): void {
  expectProblem(answer, errorCodes[code].status, code);
}
