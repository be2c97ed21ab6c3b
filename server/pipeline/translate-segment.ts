import type { ErrorData } from '../../shared/problem.ts';
import type { CheckResult, EventData, TranslationEvent } from '../../shared/translation-event.ts';
import { createMissingPair } from '../engines/find-pair.ts';
import type { AttemptResult } from './attempt.ts';
import { concludeSegment, getFatalError, shouldTryAgain, type SegmentEnd } from './judge-attempts.ts';
import { runAttempt } from './run-attempt.ts';
import { createSegmentForm, type SegmentForm } from './segment-form.ts';
import { getSegmentText, getSource, type SegmentTask } from './segment-task.ts';

/**
 * Translates one segment: its `status` and `delta` events, then its one `segment` event, whose data it returns. Throws what would fail every
 * other segment too, and whatever comes while the signal is aborted.
 */
export async function* translateSegment(
  task: SegmentTask,
): AsyncGenerator<TranslationEvent, EventData<'segment'>> {
  switch (task.plan.steps[task.index]?.step) {
    case 'translate':
      return yield* tryToTranslate(task);
    case 'no-pair':
      return yield* endSegment(task, {
        status: 'failed',
        text: createSegmentForm(task).blank,
        error: createPairError(task),
      });
    case 'same-language':
      return yield* endSegment(task, { status: 'unchanged', text: getSegmentText(task), checks: [inTarget] });
    default:
      return yield* endSegment(task, { status: 'unchanged', text: getSegmentText(task) });
  }
}

async function* tryToTranslate(task: SegmentTask): AsyncGenerator<TranslationEvent, EventData<'segment'>> {
  const form = createSegmentForm(task);
  const attempts: AttemptResult[] = [];
  try {
    yield* runAttempts(task, form, attempts);
  } catch (thrown) {
    // A deadline or a cancellation during a further attempt takes nothing away from the one before.
    if (attempts.some(({ end }) => end === 'stop'))
      yield* endSegment(task, concludeSegment(attempts, { ...form, isLive: false }));
    throw thrown;
  }
  const error = getFatalError(attempts);
  // Of a segment that never showed anything there is nothing to say when the stream ends in its error.
  if (error && attempts.every(({ text }) => text === '')) throw error;
  const end = yield* endSegment(task, concludeSegment(attempts, form));
  if (error) throw error;
  return end;
}

/** Adds to `attempts` as they end, so that they are there too when one is broken off. */
async function* runAttempts(
  task: SegmentTask,
  form: SegmentForm,
  attempts: AttemptResult[],
): AsyncGenerator<TranslationEvent, void> {
  const { plan, maxAttempts } = task;
  const rules = {
    maxAttempts,
    canDiffer: plan.engine.takesPrompts,
    canRetract: plan.manner === 'checked',
  };
  for (let faults: string[] = []; ;) {
    const result = yield* runAttempt({ number: attempts.length + 1, task, form, faults });
    attempts.push(result);
    if (!shouldTryAgain(result, rules)) return;
    faults = result.findings.map(({ fault }) => fault);
  }
}

function* endSegment(
  task: SegmentTask,
  { checks = [], ...end }: Omit<SegmentEnd, 'checks'> & Partial<Pick<SegmentEnd, 'checks'>>,
): Generator<TranslationEvent, EventData<'segment'>> {
  const data = { segment: task.index, source: getSource(task), ...end, checks };
  yield { event: 'segment', data };
  return data;
}

const inTarget: CheckResult = {
  check: 'same_language',
  status: 'noted',
  message: 'The text is in the target language already.',
};

function createPairError(task: SegmentTask): ErrorData {
  const { engine, target } = task.plan;
  return createMissingPair(engine.pairs ?? [], getSource(task), target).toData();
}
