import { areWhole, createSegment, isWhole, type SegmentState } from './segment-state.ts';
import type { SegmentRange } from './translation-event.ts';

/** A part of the text that no kept segment covers: text number `n` of the next request is gap number `n`. */
export interface Gap {
  /** UTF-16 offsets in the whole text. */
  start: number;
  end: number;
  /** What is shown of it so far. */
  shown: string;
}

/**
 * The segments when a further run is about to begin: whole ones are kept, of the others only what they showed, dimmed. Where nothing is
 * missing, a further run does it all again: then none is kept. Pure.
 */
export function keepWhole(segments: readonly SegmentState[]): SegmentState[] {
  const isAllAgain = areWhole(segments);
  return segments.map((segment) =>
    isWhole(segment) && !isAllAgain
      ? { ...segment, isKept: true }
      : createSegment(getRange(segment), getShown(segment)),
  );
}

/** The gaps between kept segments, in the order of the text. The segments tile the text, so the gaps and the kept segments do. */
export function findGaps(segments: readonly SegmentState[]): Gap[] {
  const gaps: Gap[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.isKept) continue;
    const { start, end } = segment;
    const last = gaps.at(-1);
    if (!last || segments[index - 1]?.isKept) gaps.push({ start, end, shown: getShown(segment) });
    else gaps[gaps.length - 1] = { start: last.start, end, shown: last.shown + getShown(segment) };
  }
  return gaps;
}

/** The segments when the further run has said how it cuts the gaps: its ranges at their places in the whole text. Pure. */
export function fillGaps(segments: readonly SegmentState[], ranges: readonly SegmentRange[]): SegmentState[] {
  const kept = segments.filter(({ isKept }) => isKept);
  const gaps = findGaps(segments);
  const filled = ranges.map(({ text, start, end }) => {
    const gap = gaps[text];
    const offset = gap?.start ?? 0;
    const place = { text: 0, start: offset + start, end: offset + end };
    return createSegment(place, start === 0 ? gap?.shown : '');
  });
  return [...kept, ...filled].sort((one, other) => one.start - other.start);
}

/** Where the segment stands that the present run calls `number`; -1 when there is none. */
export function findPlace(segments: readonly SegmentState[], number: number): number {
  if (!segments.some(({ isKept }) => isKept)) return number in segments ? number : -1;
  let left = number;
  return segments.findIndex(({ isKept }) => !isKept && left-- === 0);
}

function getRange({ text, start, end }: SegmentState): SegmentRange {
  return { text, start, end };
}

function getShown({ shown, previous }: SegmentState): string {
  return shown.length < previous.length ? shown + previous.slice(shown.length) : shown;
}
