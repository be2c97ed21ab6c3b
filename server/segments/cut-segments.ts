import type { SegmentRange } from '../../shared/translation-event.ts';
import { cutEvenly } from './cut-to-fit.ts';
import { findSpaceRuns } from './white-space.ts';

/**
 * Estimated tokens of the longest segment: about 250 words of English, some ten sentences. Much less would tear apart what belongs together, much
 * more would keep the reader waiting for a segment's end, where it is checked and tried again; and with its prompt and its translation it
 * fits the 4,096 tokens that many servers begin with.
 */
export const maxSegmentTokens = 450;

const lineBreak = /\r\n|[\n\r\u0085\u2029]/g;

/**
 * Cuts texts into segments, one a paragraph, or about even parts of a paragraph that is long. Segments tile their text: the white space after one
 * belongs to it, the white space before the first one to that. An empty text has none. `source` is a BCP 47 tag, or `und`.
 */
export function cutSegments(texts: readonly string[], source = 'und'): SegmentRange[] {
  return texts.flatMap((text, index) => {
    const pieces = cutParagraphs(text).flatMap((paragraph) => cutEvenly(paragraph, maxSegmentTokens, source));
    let start = 0;
    return pieces.map(({ length }) => ({ text: index, start, end: (start += length) }));
  });
}

/** A paragraph ends after white space that holds at least two line breaks and stands between other characters. */
export function cutParagraphs(text: string): string[] {
  if (text === '') return [];
  const inner = findSpaceRuns(text)
    .filter(({ start, end, run }) => start > 0 && end < text.length && countLineBreaks(run) > 1)
    .map(({ end }) => end);
  return [0, ...inner].map((start, i) => text.slice(start, inner[i]));
}

function countLineBreaks(run: string): number {
  return run.match(lineBreak)?.length ?? 0;
}
