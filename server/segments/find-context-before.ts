import { cutParagraphs } from './cut-segments.ts';
import { cutSentences } from './cut-sentences.ts';

const maxSentences = 3;
const maxParagraphs = 2;

/** How a context is looked for. */
export interface ContextOptions {
  /** BCP 47 tag, or `und`. */
  language: string;
  /** Default: 300. */
  maxChars?: number;
}

/**
 * What stands before an offset in a text, for a model to understand by what comes there: the last one to three whole sentences, from at most the
 * last two paragraphs, without outer white space. Where even one sentence is longer than `maxChars` it is its end, from a word on. Empty at
 * the beginning. Looks only at what is near.
 */
export function findContextBefore(
  text: string,
  start: number,
  { language, maxChars = 300 }: ContextOptions,
): string {
  const from = Math.max(start - 3 * maxChars, 0);
  const seen = dropHalfPair(text.slice(from, start));
  const near = cutParagraphs(seen).slice(-maxParagraphs).join('');
  const sentences = cutSentences(near, language);
  // What was cut off before may have begun the first one.
  if (from > 0 && sentences.length > 1 && near.length === seen.length) sentences.shift();
  let context = '';
  for (const sentence of sentences.slice(-maxSentences).reverse()) {
    if ((sentence + context).trim().length > maxChars) break;
    context = sentence + context;
  }
  return context.trim() || cutFront(near.trim(), maxChars);
}

/** The end of a text, from a word on, or where there is no space from a character on. */
function cutFront(text: string, maxChars: number): string {
  const end = dropHalfPair(text.slice(-maxChars));
  const firstSpace = end.search(/\s/);
  if (end === text || firstSpace === -1) return end;
  return end.slice(firstSpace).trim();
}

/** A cut may leave the second half of a surrogate pair. */
function dropHalfPair(text: string): string {
  return text.replace(/^[\udc00-\udfff]/, '');
}
