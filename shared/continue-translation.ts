import type * as z from 'zod/mini';
import { findGaps, keepWhole } from './kept-segments.ts';
import { areWhole, isWhole } from './segment-state.ts';
import type { translateRequestSchema } from './translate-request.ts';
import type { TranslationState } from './translation-state.ts';

/** What to ask a server for: a whole text, or what is left of one whose translation ended early. */
export interface TranslationWork {
  /** For `text` or `texts` of a request. */
  texts: string[];
  /** For `context.before` of a request: the text before the first gap; left out where there is none, or more than one gap. */
  before?: string | undefined;
}

/** About what a server gives a model of the text before a segment. UTF-16 units. */
const maxContextChars = 300;

/** Whether a translation that has ended can go on with what is left of its text: a part of it is whole, and a part is not. Pure. */
export function hasRest({ segments }: TranslationState): boolean {
  return segments.some(isWhole) && !areWhole(segments);
}

/**
 * The state before the first event of a run that goes on where this one ended: whole segments stay as they are, of the others only what they
 * showed, as old text. Folded with the events of a request for `getRest`, it becomes what one run would have given. Pure.
 */
export function beginRest({ start, segments }: TranslationState): TranslationState {
  return { ...(start && { start }), thoughtChars: 0, segments: keepWhole(segments), isRest: true };
}

/** What a run has to translate that goes on from such a state of `text`, the whole text (a request with several texts cannot go on). Pure. */
export function getRest({ segments }: TranslationState, text: string): TranslationWork {
  const gaps = findGaps(segments);
  const [first, ...more] = gaps;
  // Nothing was cut yet.
  if (!first) return { texts: [text] };
  const texts = gaps.map(({ start, end }) => text.slice(start, end));
  const before = more.length === 0 ? getContextBefore(text, first.start) : '';
  return { texts, ...(before !== '' && { before }) };
}

/** The fields of a request that say what to translate. Pure. */
export function getWorkFields({
  texts,
  before,
}: TranslationWork): Pick<z.input<typeof translateRequestSchema>, 'text' | 'texts' | 'context'> {
  const [text] = texts;
  return {
    ...(text !== undefined && texts.length === 1 ? { text } : { texts: [...texts] }),
    ...(before !== undefined && { context: { before } }),
  };
}

/** The end of what stands before an offset, from a word on. */
function getContextBefore(text: string, offset: number): string {
  const from = Math.max(offset - maxContextChars, 0);
  const near = text.slice(from, offset);
  const firstSpace = near.search(/\s/);
  if (from === 0 || firstSpace === -1) return near.toWellFormed().trim();
  return near.slice(firstSpace).trim();
}
