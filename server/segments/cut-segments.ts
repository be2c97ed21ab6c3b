import type { SegmentRange } from '../../shared/translation-event.ts';
import { findSpaceRuns } from './white-space.ts';

const lineBreak = /\r\n|[\n\r\u0085\u2029]/g;

/**
 * Cuts texts into segments, one a paragraph. Segments tile their text: the white space after a paragraph belongs to it, the white space
 * before the first one to that. An empty text has none.
 */
export function cutSegments(texts: readonly string[]): SegmentRange[] {
  return texts.flatMap((text, index) => {
    const ends = findParagraphEnds(text);
    return ends.map((end, i) => ({ text: index, start: ends[i - 1] ?? 0, end }));
  });
}

/** A paragraph ends after white space that holds at least two line breaks and stands between other characters. */
function findParagraphEnds(text: string): number[] {
  if (text === '') return [];
  const inner = findSpaceRuns(text)
    .filter(({ start, end, run }) => start > 0 && end < text.length && countLineBreaks(run) > 1)
    .map(({ end }) => end);
  return [...inner, text.length];
}

function countLineBreaks(run: string): number {
  return run.match(lineBreak)?.length ?? 0;
}
