import type { ErrorData } from './problem.ts';
import type { CheckResult, EventData, SegmentRange } from './translation-event.ts';

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
  /** It is whole since an earlier run; the events of the present one neither number nor change it. */
  isKept?: true;
}

/** A segment before its first event. `previous`: what an earlier run showed in its place. */
export function createSegment(range: SegmentRange, previous = ''): SegmentState {
  return { ...range, shown: '', previous, attempt: 0, checks: [] };
}

/** The segment after a `delta`. Pure; what an older attempt still says changes nothing. */
export function appendDelta(segment: SegmentState, { attempt, text }: EventData<'delta'>): SegmentState {
  if (attempt < segment.attempt) return segment;
  if (attempt === segment.attempt) return settlePrevious({ ...segment, shown: segment.shown + text });
  return settlePrevious({ ...segment, attempt, shown: text, previous: segment.shown || segment.previous });
}

function settlePrevious(segment: SegmentState): SegmentState {
  return segment.shown.length < segment.previous.length ? segment : { ...segment, previous: '' };
}

/** The segment after its `segment` event. Pure. */
export function endSegment(segment: SegmentState, data: EventData<'segment'>): SegmentState {
  const { text = segment.shown, status, source, checks, error } = data;
  return { ...segment, shown: text, previous: '', status, source, checks, ...(error && { error }) };
}

/** Whether nothing more can come of the segment: it was translated, or needed no translation. */
export function isWhole({ status }: SegmentState): boolean {
  return status === 'translated' || status === 'unchanged';
}

/** Whether nothing is missing. Without segments nobody knows: nothing was cut yet, or there was nothing to cut. */
export function areWhole(segments: readonly SegmentState[]): boolean {
  return segments.length > 0 && segments.every(isWhole);
}
