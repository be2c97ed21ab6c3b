import { TranslationError, toTranslationError } from '../../shared/translation-error.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import type { CheckResult, EventData, Phase, TranslationEvent } from '../../shared/translation-event.ts';
import type { EngineEvent } from '../engines/engine.ts';
import { keepOuterSpace } from './keep-outer-space.ts';
import type { Meter } from './meter.ts';
import type { TranslationPlan } from './plan-translation.ts';
import { filterThinking } from './think-filter.ts';
import { splitOuterSpace } from '../segments/white-space.ts';

/** Failures that every other segment would meet too: they end the stream. */
const fatalCodes: readonly ErrorCode[] = [
  'engine_unavailable',
  'model_not_found',
  'shutting_down',
  'internal',
];

const attempt = 1;

/** What one segment's translation is told apart by: whose it is, where it stands and what it counts into. */
export interface SegmentTask {
  plan: TranslationPlan;
  index: number;
  meter: Meter;
  signal: AbortSignal;
}

/**
 * Translates one segment: its `status` and `delta` events, then its one `segment` event. Throws what would fail every other segment too, and
 * whatever comes while the signal is aborted.
 */
export async function* translateSegment(task: SegmentTask): AsyncGenerator<TranslationEvent, void> {
  const text = getSegmentText(task);
  const { lead, core, trail } = splitOuterSpace(text);
  if (core === '') {
    yield endSegment(task, { status: 'unchanged', text });
    return;
  }
  let hasText = false;
  try {
    const events = callEngine(task, core);
    for await (const event of watchEnd(keepOuterSpace(filterThinking(events), { lead, trail }))) {
      hasText ||= event.type === 'text';
      yield* toTranslationEvents(task, event);
    }
  } catch (thrown) {
    const error = toTranslationError(thrown);
    if (task.signal.aborted || fatalCodes.includes(error.code)) throw thrown;
    task.meter.endSegment({});
    if (hasText && trail !== '')
      yield { event: 'delta', data: { segment: task.index, attempt, text: trail } };
    const end = hasText ? { status: 'cut' as const } : { status: 'failed' as const, text: lead + trail };
    yield endSegment(task, { ...end, error: error.toData() });
  }
}

function getSegmentText({ plan, index }: SegmentTask): string {
  const range = plan.segments[index];
  return range ? (plan.texts[range.text] ?? '').slice(range.start, range.end) : '';
}

function callEngine({ plan, signal }: SegmentTask, text: string): AsyncIterable<EngineEvent> {
  const { engine, model, source, target } = plan;
  return engine.translate({ text, source, target, model }, signal);
}

/** A stage: an answer that ends without any text, thinking apart, is a failure of the engine. */
async function* watchEnd(events: AsyncIterable<EngineEvent>): AsyncGenerator<EngineEvent, void> {
  let hasText = false;
  let thoughtChars = 0;
  for await (const event of events) {
    if (event.type === 'text') hasText = true;
    if (event.type === 'thought') thoughtChars += event.chars;
    if (event.type === 'end' && !hasText) throw createEmptyAnswer(thoughtChars);
    yield event;
  }
}

function createEmptyAnswer(thoughtChars: number): TranslationError {
  const message =
    thoughtChars > 0
      ? `The model thought for ${thoughtChars} characters and then gave no translation.`
      : 'The model answered with nothing.';
  return new TranslationError('engine_incomplete', message, { hint: 'Try again, or take another model.' });
}

function* toTranslationEvents(task: SegmentTask, event: EngineEvent): Generator<TranslationEvent, void> {
  switch (event.type) {
    case 'phase':
      yield toStatus(event.phase);
      return;
    case 'thought':
      yield toStatus('thinking', event.chars);
      return;
    case 'text':
      task.meter.noteText();
      yield toStatus('writing');
      yield { event: 'delta', data: { segment: task.index, attempt, text: event.text } };
      return;
    case 'end':
      task.meter.endSegment(event.usage);
      yield endSegment(
        task,
        event.reason === 'stop' ? { status: 'translated' } : { status: 'cut', checks: [lengthCheck] },
      );
  }
}

const lengthCheck: CheckResult = {
  check: 'length',
  status: 'failed',
  message:
    'The model stopped at its length limit, so the end is missing. Translate a shorter part; if long texts always end so, raise --num-ctx.',
};

function toStatus(phase: Phase, thoughtChars?: number): TranslationEvent {
  return { event: 'status', data: { phase, ...(thoughtChars !== undefined && { thoughtChars }) } };
}

type SegmentEnd = Omit<EventData<'segment'>, 'segment' | 'source' | 'checks'> & { checks?: CheckResult[] };

function endSegment({ plan, index }: SegmentTask, end: SegmentEnd): TranslationEvent {
  return {
    event: 'segment',
    data: { segment: index, source: plan.source, ...end, checks: end.checks ?? [] },
  };
}
