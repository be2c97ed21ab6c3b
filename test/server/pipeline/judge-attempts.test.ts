import { describe, expect, it } from 'vitest';
import type { CheckName, Finding } from '../../../server/checks/check.ts';
import type { AttemptResult } from '../../../server/pipeline/attempt.ts';
import { concludeSegment, shouldTryAgain } from '../../../server/pipeline/judge-attempts.ts';
import type { ErrorCode } from '../../../shared/error-codes.ts';
import { TranslationError } from '../../../shared/translation-error.ts';

const shown = { blank: '', isLive: true };
const rules = { maxAttempts: 2, canDiffer: true, canRetract: true };

describe('a segment is tried again', () => {
  it.each([
    ['after a translation with a finding', attempt(1, 'a', 'stop', 'echo'), rules, true],
    ['after the engine failed in mid-text', failed(1, 'a', 'engine_incomplete'), rules, true],
    ['after the engine failed before any text', failed(1, '', 'timeout'), rules, true],
    ['after it went round in circles up to the limit', attempt(1, 'a', 'length', 'repetition'), rules, true],
    [
      'after it filled the context',
      { ...attempt(1, 'a', 'length'), end: 'context-full' as const },
      rules,
      true,
    ],
    ['not after a good translation', attempt(1, 'a', 'stop'), rules, false],
    ['not after a plain length limit', attempt(1, 'a', 'length'), rules, false],
    ['not a third time', attempt(2, 'a', 'stop', 'echo'), rules, false],
    ['not when the engine is gone', failed(1, 'a', 'engine_unavailable'), rules, false],
    ['not without the model', failed(1, '', 'model_not_found'), rules, false],
    [
      'not by an engine that would say the same',
      attempt(1, 'a', 'stop', 'echo'),
      { ...rules, canDiffer: false },
      false,
    ],
    [
      'not once text was shown that cannot be taken back',
      failed(1, 'a', 'engine_error'),
      { ...rules, canRetract: false },
      false,
    ],
    [
      'as long as nothing was shown, also where nothing can be taken back',
      failed(1, '', 'engine_error'),
      { ...rules, canRetract: false },
      true,
    ],
    ['not when one try is all there is', failed(1, '', 'timeout'), { ...rules, maxAttempts: 1 }, false],
  ])('%s', (_name, result, given, expected) => {
    expect(shouldTryAgain(result, given)).toBe(expected);
  });
});

describe('a segment ends', () => {
  it('as translated, without text, after one good attempt', () => {
    expect(concludeSegment([attempt(1, 'a', 'stop')], shown)).toEqual({ status: 'translated', checks: [] });
  });

  it('with its text when that was not shown as it came', () => {
    const end = concludeSegment([attempt(1, 'a', 'stop')], { blank: '', isLive: false });
    expect(end).toEqual({ status: 'translated', text: 'a', checks: [] });
  });

  it('as translated with its failed checks when no further attempt was made', () => {
    expect(concludeSegment([attempt(1, 'a', 'stop', 'echo')], shown)).toEqual({
      status: 'translated',
      checks: [check('echo', 'failed')],
    });
  });

  it('with the better attempt, whichever it is', () => {
    const worse = attempt(2, 'b', 'stop', 'echo', 'numbers');
    expect(concludeSegment([attempt(1, 'a', 'stop', 'echo'), worse], shown)).toEqual({
      status: 'translated',
      text: 'a',
      checks: [check('echo', 'failed')],
    });
  });

  it('with the later of two that are as bad', () => {
    const attempts = [attempt(1, 'a', 'stop', 'echo'), attempt(2, 'b', 'stop', 'numbers')];
    expect(concludeSegment(attempts, shown)).toEqual({
      status: 'translated',
      text: 'b',
      checks: [check('numbers', 'failed'), check('echo', 'repaired')],
    });
  });

  it('as translated and repaired when the further attempt has no faults', () => {
    const attempts = [attempt(1, 'a', 'stop', 'echo'), attempt(2, 'b', 'stop')];
    expect(concludeSegment(attempts, shown)).toEqual({
      status: 'translated',
      text: 'b',
      checks: [check('echo', 'repaired')],
    });
  });

  it('with the first attempt when the further one broke off', () => {
    const attempts = [attempt(1, 'a', 'stop', 'echo'), failed(2, 'bbb', 'engine_incomplete')];
    expect(concludeSegment(attempts, shown)).toEqual({
      status: 'translated',
      text: 'a',
      checks: [check('echo', 'failed')],
    });
  });

  it('as cut, with the longest attempt and the last error, when all broke off', () => {
    const attempts = [failed(1, 'aaa', 'engine_incomplete'), failed(2, 'b', 'timeout')];
    expect(concludeSegment(attempts, shown)).toMatchObject({
      status: 'cut',
      text: 'aaa',
      error: { code: 'timeout' },
    });
  });

  it('as failed, with its white space only, when nothing ever came', () => {
    const attempts = [failed(1, '', 'timeout'), failed(2, '', 'timeout')];
    expect(concludeSegment(attempts, { blank: '\n', isLive: true })).toMatchObject({
      status: 'failed',
      text: '\n',
      error: { code: 'timeout' },
    });
  });

  it('as cut without an error, and with what to raise, at a length limit', () => {
    const end = concludeSegment([attempt(1, 'a', 'length')], shown);
    expect(end).toMatchObject({ status: 'cut', checks: [{ check: 'length', status: 'failed' }] });
    expect(end).not.toHaveProperty('error');
    expect(end.checks[0]?.message).toContain('--num-ctx');
  });
});

function attempt(
  number: number,
  text: string,
  end: 'stop' | 'length',
  ...checks: CheckName[]
): AttemptResult {
  return { number, text, end, findings: checks.map(createFinding) };
}

function failed(number: number, text: string, code: ErrorCode): AttemptResult {
  return { number, text, end: 'failed', failure: new TranslationError(code, 'It broke.'), findings: [] };
}

function createFinding(name: CheckName): Finding {
  return { check: name, message: `${name} is wrong.`, fault: `Mind ${name}.` };
}

function check(name: string, status: 'failed' | 'repaired') {
  return { check: name, status, message: `${name} is wrong.` };
}
