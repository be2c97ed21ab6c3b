import type { ErrorData } from './problem.ts';
import type { CheckResult, EventData, Phase, SegmentRange, TranslationEvent } from './translation-event.ts';

/** One segment as a reader sees it now. */
export interface SegmentState extends SegmentRange {
  /** The translation so far. */
  shown: string;
  /** While a later attempt is still shorter: the attempt before it, to be shown dimmed behind `shown`. */
  previous: string;
  attempt: number;
  /** Undefined while the segment is unfinished. */
  status?: EventData<'segment'>['status'];
  source?: string;
  checks: CheckResult[];
  error?: ErrorData;
}

/** A running or ended translation, folded from its events. */
export interface TranslationState {
  start?: EventData<'start'>;
  phase?: Phase;
  /** Place in the queue, from 1. */
  position?: number;
  thoughtChars: number;
  segments: SegmentState[];
  done?: EventData<'done'>;
  error?: ErrorData;
}

/** Before the first event. */
export const emptyTranslation: TranslationState = { thoughtChars: 0, segments: [] };

/** The state after one more event. Pure; events of segments that `start` did not announce change nothing. */
export function foldTranslation(
  state: TranslationState,
  { event, data }: TranslationEvent,
): TranslationState {
  switch (event) {
    case 'start':
      return {
        ...emptyTranslation,
        start: data,
        segments: data.segments.map((range) => ({
          ...range,
          shown: '',
          previous: '',
          attempt: 0,
          checks: [],
        })),
      };
    case 'status': {
      const { position: outdated, ...rest } = state;
      const { phase, position, thoughtChars = state.thoughtChars } = data;
      return { ...rest, phase, thoughtChars, ...(position !== undefined && { position }) };
    }
    case 'delta':
      return withSegment(state, data.segment, (segment) => appendDelta(segment, data));
    case 'segment':
      return withSegment(state, data.segment, (segment) => endSegment(segment, data));
    case 'done':
      return { ...state, done: data };
    case 'error':
      return { ...state, error: data };
  }
}

function withSegment(
  state: TranslationState,
  index: number,
  change: (segment: SegmentState) => SegmentState,
): TranslationState {
  const segment = state.segments[index];
  if (!segment) return state;
  return { ...state, segments: state.segments.with(index, change(segment)) };
}

function appendDelta(segment: SegmentState, { attempt, text }: EventData<'delta'>): SegmentState {
  if (attempt < segment.attempt) return segment;
  if (attempt === segment.attempt) return settlePrevious({ ...segment, shown: segment.shown + text });
  return settlePrevious({ ...segment, attempt, shown: text, previous: segment.shown || segment.previous });
}

function settlePrevious(segment: SegmentState): SegmentState {
  return segment.shown.length < segment.previous.length ? segment : { ...segment, previous: '' };
}

function endSegment(segment: SegmentState, data: EventData<'segment'>): SegmentState {
  const { text = segment.shown, status, source, checks, error } = data;
  return { ...segment, shown: text, previous: '', status, source, checks, ...(error && { error }) };
}

/** The translation of one text so far: its segments joined with nothing between. */
export function getTranslatedText(state: TranslationState, text = 0): string {
  return state.segments
    .filter((segment) => segment.text === text)
    .map((segment) => segment.shown)
    .join('');
}

/** How a translation ended, or `running`. A stream that closed while this is `running` was cut. */
export function getOutcome(
  state: TranslationState,
): 'running' | 'complete' | 'incomplete' | 'cancelled' | 'failed' {
  if (state.error) return 'failed';
  if (!state.done) return 'running';
  if (state.done.reason === 'cancelled') return 'cancelled';
  return state.done.complete ? 'complete' : 'incomplete';
}
