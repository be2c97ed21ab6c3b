import { TranslationError } from '../../shared/translation-error.ts';
import type { EventData, TranslationEvent } from '../../shared/translation-event.ts';
import type { Turn } from '../scheduler/scheduler.ts';
import { calmStatus } from './calm-status.ts';
import type { Meter } from './meter.ts';
import type { TranslationPlan } from './plan-translation.ts';
import { translateSegment, type SegmentTask } from './translate-segment.ts';

/** A plan that has its place in the queue. */
export interface TranslationJob {
  plan: TranslationPlan;
  turn: Turn;
  meter: Meter;
  /** How long it may take in all, queue included. */
  deadlineMs: number;
}

/**
 * The producer of a stream: every event from `start` to `done` or `error`. An aborted signal ends it with `error` when its reason is a
 * `TranslationError`, else with `done` and `cancelled`.
 */
export async function* runTranslation(
  job: TranslationJob,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<TranslationEvent, void> {
  const { plan, turn, deadlineMs } = job;
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(createDeadlinePassed(deadlineMs));
  }, deadlineMs);
  try {
    yield createStart(plan, id);
    yield* calmStatus(runSegments(job, AbortSignal.any([signal, deadline.signal])));
  } finally {
    clearTimeout(timer);
    turn.leave();
  }
}

async function* runSegments(
  { plan, turn, meter }: TranslationJob,
  signal: AbortSignal,
): AsyncGenerator<TranslationEvent, void> {
  const ends: EventData<'segment'>[] = [];
  try {
    for await (const position of turn.wait(signal))
      yield { event: 'status', data: { phase: 'queued', position } };
    meter.begin();
    yield* noteEnds(translateSegments({ plan, meter, signal }), ends);
    yield createDone(plan, meter, getReason(ends));
  } catch (thrown) {
    const error: unknown = signal.aborted ? signal.reason : thrown;
    if (!signal.aborted || error instanceof TranslationError) throw error;
    yield createDone(plan, meter, 'cancelled');
  }
}

async function* translateSegments(task: Omit<SegmentTask, 'index'>): AsyncGenerator<TranslationEvent, void> {
  for (const index of task.plan.segments.keys()) {
    task.signal.throwIfAborted();
    yield* translateSegment({ ...task, index });
  }
}

/** A stage: passes everything and keeps how each segment ended. */
async function* noteEnds(
  events: AsyncIterable<TranslationEvent>,
  ends: EventData<'segment'>[],
): AsyncGenerator<TranslationEvent, void> {
  for await (const event of events) {
    if (event.event === 'segment') ends.push(event.data);
    yield event;
  }
}

function createStart(
  { engine, model, source, target, segments, ignored }: TranslationPlan,
  id: string,
): TranslationEvent {
  return { event: 'start', data: { id, engine: engine.name, model, source, target, segments, ignored } };
}

/** The first that holds of failed, length and stop: a segment that is cut without an error hit a length limit. */
function getReason(ends: readonly EventData<'segment'>[]): EventData<'done'>['reason'] {
  if (ends.some(({ error }) => error)) return 'failed';
  return ends.some(({ status }) => status === 'cut') ? 'length' : 'stop';
}

function createDone(
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
