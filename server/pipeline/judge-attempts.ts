import type { ErrorCode } from '../../shared/error-codes.ts';
import type { TranslationError } from '../../shared/translation-error.ts';
import type { CheckResult, EventData } from '../../shared/translation-event.ts';
import type { Finding } from '../checks/check.ts';
import { isBlank } from '../segments/white-space.ts';
import type { AttemptResult } from './attempt.ts';
import type { SegmentForm } from './segment-form.ts';

/** Failures that every other segment would meet too: they end the stream. */
const fatalCodes: readonly ErrorCode[] = ['engine_unavailable', 'model_not_found'];

/** The failure of the last attempt, if it is one that every other segment would meet too. */
export function getFatalError(attempts: readonly AttemptResult[]): TranslationError | undefined {
  const failure = attempts.at(-1)?.failure;
  return failure && fatalCodes.includes(failure.code) ? failure : undefined;
}

/** What may be done about an attempt that did not go well. */
export interface AttemptRules {
  maxAttempts: number;
  /** Whether the engine answers differently when asked again. */
  canDiffer: boolean;
  /** Whether text that was shown can still be taken back. */
  canRetract: boolean;
}

/**
 * Whether the segment is to be tried once more. A limit that was reached would be reached again, unless by going round in circles or in too
 * small a context.
 */
export function shouldTryAgain(result: AttemptResult, rules: AttemptRules): boolean {
  if (result.number >= rules.maxAttempts || !rules.canDiffer || getFatalError([result])) return false;
  if (!rules.canRetract && result.text !== '') return false;
  return result.end === 'failed' || result.end === 'context-full' || result.findings.length > 0;
}

/** How a segment ends, as its last event says it. */
export type SegmentEnd = Pick<EventData<'segment'>, 'status' | 'text' | 'checks' | 'error'>;

/** What becomes of a segment after its attempts, of which there is at least one. */
export function concludeSegment(
  attempts: readonly AttemptResult[],
  { blank, isLive }: Pick<SegmentForm, 'blank' | 'isLive'>,
): SegmentEnd {
  const best = chooseBest(attempts);
  const last = attempts.at(-1) ?? best;
  const checks = listChecks(best, attempts);
  const text = (attempts.length > 1 || !isLive) && { text: best.text };
  if (best.end === 'stop') return { status: 'translated', ...text, checks };
  const error = best.end === 'failed' && (last.failure ?? best.failure)?.toData();
  const ending = { checks, ...(error && { error }) };
  if (isBlank(best.text)) return { status: 'failed', text: blank, ...ending };
  return { status: 'cut', ...text, ...ending };
}

/** A whole translation before one that was cut, among those the one with the fewest findings, among the cut ones the longest; the later of equals. */
function chooseBest(attempts: readonly AttemptResult[]): AttemptResult {
  return attempts.reduce((best, next) => (isBetter(best, next) ? best : next));
}

function isBetter(one: AttemptResult, other: AttemptResult): boolean {
  const [isWhole, isOtherWhole] = [one.end === 'stop', other.end === 'stop'];
  if (isWhole !== isOtherWhole) return isWhole;
  if (isWhole) return one.findings.length < other.findings.length;
  return one.text.length > other.text.length;
}

/** What is still wrong, and what an earlier attempt had wrong and a later one has not. */
function listChecks(best: AttemptResult, attempts: readonly AttemptResult[]): CheckResult[] {
  const failed = best.findings.map((finding) => toResult(finding, 'failed'));
  const names = new Set(failed.map(({ check }) => check));
  const repaired = attempts
    .filter(({ number }) => number < best.number)
    .flatMap(({ findings }) => findings)
    .filter(({ check }) => !names.has(check))
    .map((finding) => toResult(finding, 'repaired'));
  return [
    ...(best.end === 'length' || best.end === 'context-full' ? [lengthCheck] : []),
    ...failed,
    ...repaired,
  ];
}

function toResult({ check, message }: Finding, status: CheckResult['status']): CheckResult {
  return { check, status, message };
}

const lengthCheck: CheckResult = {
  check: 'length',
  status: 'failed',
  message:
    'The model stopped at its length limit, so the end is missing. Translate a shorter part; if long texts always end so, raise --num-ctx.',
};
