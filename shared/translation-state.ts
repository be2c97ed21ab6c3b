import { fillGaps, findPlace } from './kept-segments.ts';
import type { ErrorData } from './problem.ts';
import { appendDelta, areWhole, createSegment, endSegment, type SegmentState } from './segment-state.ts';
import type { EventData, Phase, TranslationEvent } from './translation-event.ts';

/** A running or ended translation, folded from its events. */
export interface TranslationState {
  start?: EventData<'start'>;
  phase?: Phase;
  /** Place in the queue, from 1. */
  position?: number;
  thoughtChars: number;
  segments: SegmentState[];
  /** It goes on where an earlier run ended; see continue-translation.ts. */
  isRest?: true;
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
      return startRun(state, data);
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

/** A run that goes on where an earlier one ended fills its gaps; any other begins anew. */
function startRun({ segments, isRest }: TranslationState, start: EventData<'start'>): TranslationState {
  if (isRest) return { ...emptyTranslation, isRest, start, segments: fillGaps(segments, start.segments) };
  return { ...emptyTranslation, start, segments: start.segments.map((range) => createSegment(range)) };
}

function withSegment(
  state: TranslationState,
  number: number,
  change: (segment: SegmentState) => SegmentState,
): TranslationState {
  const place = findPlace(state.segments, number);
  const segment = state.segments[place];
  if (!segment) return state;
  return { ...state, segments: state.segments.with(place, change(segment)) };
}

/** The translation of one text so far: its segments joined with nothing between. */
export function getTranslatedText(state: TranslationState, text = 0): string {
  return state.segments
    .filter((segment) => segment.text === text)
    .map((segment) => segment.shown)
    .join('');
}

/** How a translation ended, or `running`. A stream that closed while this is `running` was cut. However it ended, a whole text is complete. */
export function getOutcome({
  done,
  error,
  segments,
}: TranslationState): 'running' | 'complete' | 'incomplete' | 'cancelled' | 'failed' {
  if (!done && !error) return 'running';
  if (done?.complete || areWhole(segments)) return 'complete';
  if (error) return 'failed';
  return done?.reason === 'cancelled' ? 'cancelled' : 'incomplete';
}
