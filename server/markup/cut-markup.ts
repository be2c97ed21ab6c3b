import type { SegmentRange } from '../../shared/translation-event.ts';
import { isBlank, skipSpace } from '../segments/white-space.ts';
import { cutLongRun } from './cut-long-run.ts';
import { findRuns, readItemsUpTo, type Run } from './find-runs.ts';
import type { MarkupItem } from './read-items.ts';

export interface MarkupCutOptions {
  /** Index of the text among those of the request. */
  text: number;
  /** BCP 47 tag, or `und`; helps to find sentences. */
  language: string;
  /** A run of more UTF-16 units of text is cut further. Default: 2,000, some 500 tokens. */
  maxChars?: number;
}

const defaultMaxChars = 2000;

/**
 * Cuts HTML into segments, one a run of text: a paragraph, an item of a list, a cell of a table. They tile it, whatever it is. What is not
 * translated belongs to the segment behind it, end tags and white space to the one before; `readMarkup` tells them apart. A run
 * that is too long is cut at sentences, else at white space, never in an element. Takes linear time.
 */
export function cutMarkup(html: string, options: MarkupCutOptions): SegmentRange[] {
  const { text, language, maxChars = defaultMaxChars } = options;
  if (html === '') return [];
  const items = readItemsUpTo(html, maxChars);
  const runs = findRuns(items);
  const ends = runs.flatMap((run, i) => {
    const next = runs[i + 1];
    const inner = cutLongRun(html, items.slice(run.first, run.end), { language, maxChars });
    return [...inner, next ? findEnd(html, items, [run, next]) : html.length];
  });
  return toSegments(ends.length > 0 ? ends : [html.length], text);
}

/** A long run may have been cut within the white space before it, which is the end of the segment before: that cut is none. */
function toSegments(ends: readonly number[], text: number): SegmentRange[] {
  let start = 0;
  return ends.flatMap((end) => {
    if (end <= start) return [];
    const segment = { text, start, end };
    start = end;
    return [segment];
  });
}

/** Where a run's segment ends: before the first thing that opens something for the next one, but behind the white space. */
function findEnd(html: string, items: readonly MarkupItem[], [run, next]: readonly [Run, Run]): number {
  const between = items.slice(run.end, next.first);
  const item = between.find((one) => !isTail(one)) ?? items[next.first];
  if (item?.type !== 'text') return item?.start ?? 0;
  return item.start + skipSpace(html.slice(item.start, item.end), 0);
}

function isTail(item: MarkupItem): boolean {
  return item.type === 'barrier' ? !item.leads : item.type === 'text' && isBlank(item.text);
}
