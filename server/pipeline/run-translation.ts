import type { ErrorData } from '../../shared/problem.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EventData, TranslationEvent } from '../../shared/translation-event.ts';
import type { Turn } from '../scheduler/turn.ts';
import { calmStatus } from './calm-status.ts';
import type { Meter } from './meter.ts';
import type { TranslationPlan } from './plan-translation.ts';
import type { PipelineTools, SegmentTask } from './segment-task.ts';
import { translateSegment } from './translate-segment.ts';
import { letOthersFirst, waitInLine } from './wait-in-line.ts';

/** A plan that has its place in the queue. */
export interface TranslationJob {
  plan: TranslationPlan;
  turn: Turn;
  tools: PipelineTools;
  meter: Meter;
  /** How long it may take in all, queue included. */
  deadlineMs: number;
}

/**
 * The producer of streams: every event from `start`, whose id each stream puts in itself, to `done` or `error`. An aborted signal ends it with
 * `error` when its reason is a `TranslationError`, else with `done` and `cancelled`.
 */
export async function* runTranslation(
  job: TranslationJob,
  signal: AbortSignal,
): AsyncGenerator<TranslationEvent, void> {
  const { plan, turn, deadlineMs } = job;
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(createDeadlinePassed(deadlineMs));
  }, deadlineMs);
  try {
    yield createStart(plan);
    yield* calmStatus(runSegments(job, AbortSignal.any([signal, deadline.signal])));
  } finally {
    clearTimeout(timer);
    turn.leave();
  }
}

async function* runSegments(
  { plan, turn, tools, meter }: TranslationJob,
  signal: AbortSignal,
): AsyncGenerator<TranslationEvent, void> {
  try {
    yield* waitInLine({ turn, meter, signal });
    const ends = yield* translateSegments({ plan, tools, meter, signal }, turn);
    yield createDone(plan, meter, getReason(ends));
  } catch (thrown) {
    const error: unknown = signal.aborted ? signal.reason : thrown;
    if (!signal.aborted || error instanceof TranslationError) throw error;
    yield createDone(plan, meter, 'cancelled');
  }
}

/** One segment after the other. Where two in a row got no word out of the engine, it is taken for dead, and that fails the rest too. */
async function* translateSegments(
  task: Omit<SegmentTask, 'index' | 'maxAttempts'>,
  turn: Turn,
): AsyncGenerator<TranslationEvent, EventData<'segment'>[]> {
  const ends: EventData<'segment'>[] = [];
  // The engine's work is what turns are for: a segment that needs none waits for nobody.
  const first = task.plan.steps.findIndex(({ step }) => step === 'translate');
  for (const [index, { step }] of task.plan.steps.entries()) {
    if (step === 'translate' && index > first) yield* letOthersFirst({ ...task, turn });
    task.signal.throwIfAborted();
    const last = getSilence(ends.at(-1));
    const end = yield* translateSegment({ ...task, index, maxAttempts: last || !task.tools.checks ? 1 : 2 });
    ends.push(end);
    const silence = getSilence(end);
    if (last && silence) throw new TranslationError(silence.code, silence.message, silence);
  }
  return ends;
}

/** That the engine said nothing at all, if that is how a segment ended. */
function getSilence(end: EventData<'segment'> | undefined): ErrorData | undefined {
  return end?.status === 'failed' && end.error?.code === 'timeout' ? end.error : undefined;
}

function createStart({
  engine,
  model,
  source,
  target,
  segments,
  ignored,
}: TranslationPlan): TranslationEvent {
  return { event: 'start', data: { id: '', engine: engine.name, model, source, target, segments, ignored } };
}

/** The first that holds of failed, length and stop: a segment that is cut without an error hit a length limit. */
function getReason(ends: readonly EventData<'segment'>[]): EventData<'done'>['reason'] {
  if (ends.some(({ error }) => error)) return 'failed';
  return ends.some(({ status }) => status === 'cut') ? 'length' : 'stop';
}

/** The end of a translation as far as it came. */
export function createDone(
  plan: TranslationPlan,
  meter: Meter,
  reason: EventData<'done'>['reason'],
): TranslationEvent {
  const characters = plan.texts.reduce((sum, text) => sum + text.length, 0);
  const data = {
    complete: reason === 'stop',
    reason,
    usage: meter.getUsage(characters),
    timing: meter.getTiming(),
  };
  return { event: 'done', data };
}

function createDeadlinePassed(deadlineMs: number): TranslationError {
  return new TranslationError(
    'timeout',
    `The translation took longer than ${Math.round(deadlineMs / 1000)} s, which is the limit.`,
    {
      hint: 'Translate a shorter part, or raise --deadline.',
    },
  );
}
