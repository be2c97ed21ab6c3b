import { endsInAbbreviation } from '../../segments/abbreviations.ts';
import { hideLineWraps } from '../../segments/line-wraps.ts';
import { findCodeSpans } from './protected-spans.ts';
import { emoji, emoticon, reference } from './sign-patterns.ts';

/** A sentence, and what stands between it and the next: white space, control characters, separators. Either may be empty. */
export interface Sentence {
  text: string;
  gap: string;
}

/**
 * Cuts a text into sentences no longer than the models can take. Texts and gaps, joined again in their order, are the whole text.
 * `language` is a BCP 47 tag.
 */
export function splitSentences(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  let end = 0;
  const take = (length: number): string => text.slice(end, (end += length));
  return [{ text: hideInnerEnds(text), gap: '' }]
    .flatMap((all) => cutFurther(all, (it) => cutAt(it, hardGap)))
    .flatMap((line) => cutFurther(line, (it) => cutAt(it, hiddenGap)))
    .flatMap((line) => cutFurther(line, (it) => mergeBroken(cutBySegmenter(it, segmenter))))
    .flatMap((sentence) => cutFurther(sentence, (it) => cutAt(it, emojiGap)))
    .flatMap((sentence) => cutFurther(sentence, cutLong))
    .map(({ text: { length }, gap }) => ({ text: take(length), gap: take(gap.length) }));
}

/** Stands for each character inside of code. */
const filler = '\ue000';

/** The text in its full length, with nothing left in it that looks like a sentence's end but is none: code and wrapped lines. */
function hideInnerEnds(text: string): string {
  let hidden = '';
  for (const { start, end } of findCodeSpans(text)) {
    hidden += text.slice(hidden.length, start) + filler.repeat(end - start);
  }
  return hideLineWraps(hidden + text.slice(hidden.length));
}

/**
 * What the models would flatten or lose: white space other than a single space, control characters (U+0085 and NUL are two), and signs
 * that stand alone between two phrases, as in `Home › Shoes`.
 */
const hardGap =
  /(?:^|[\s\p{Cc}]+)(?:[|>»›•·▪◦●■★☆→←⇒►▶▸✓✔✗✘][\s\p{Cc}]+)+|[\s\p{Cc}]{2,}|[\p{Cc}\u2028\u2029]/gu;

/** Between two sentences an emoji or a smiley often stands where the full stop would. */
const emojiGap = new RegExp(`\\s(?<=\\p{L}\\S{0,9}\\s)(?:(?:${emoji}|${emoticon})\\s)+(?=\\p{Lu})`, 'gu');

/** What hides a full stop from the segmenter: references behind it, the dash before the next speaker. */
const hiddenGap = new RegExp(`(?<=[.!?…]["”’)]?)(?:(?:${reference})+\\s|\\s[—–-]\\s(?=["“]?\\p{Lu}))`, 'gu');

/** Longest sentence in UTF-16 units: the models take 128 tokens of three to five units. Only code may be longer. */
export const maxSentenceChars = 400;

function cutFurther({ text, gap }: Sentence, cut: (text: string) => Sentence[]): Sentence[] {
  const pieces = cut(text);
  const last = pieces.pop() ?? { text: '', gap: '' };
  return [...pieces, { text: last.text, gap: last.gap + gap }];
}

function cutAt(text: string, gaps: RegExp): Sentence[] {
  const pieces: Sentence[] = [];
  let start = 0;
  for (const { 0: gap, index } of text.matchAll(gaps)) {
    pieces.push({ text: text.slice(start, index), gap });
    start = index + gap.length;
  }
  pieces.push({ text: text.slice(start), gap: '' });
  return pieces;
}

function cutBySegmenter(text: string, segmenter: Intl.Segmenter): Sentence[] {
  return Array.from(segmenter.segment(text), ({ segment }) => {
    const sentence = segment.trimEnd();
    return { text: sentence, gap: segment.slice(sentence.length) };
  });
}

/** Puts together what the segmenter cut in mid-sentence: after an abbreviation, or before a small letter as in `"Go!" he said.` */
function mergeBroken(pieces: readonly Sentence[]): Sentence[] {
  const merged: Sentence[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (!last || !isBroken(last.text, piece.text)) merged.push(piece);
    else merged.splice(-1, 1, { text: last.text + last.gap + piece.text, gap: piece.gap });
  }
  return merged;
}

function isBroken(text: string, next: string): boolean {
  if (text.length + next.length > maxSentenceChars) return false;
  return /^\p{Ll}/u.test(next) || endsInAbbreviation(text, next);
}

/** Cuts a sentence that is too long behind a clause, else between words, else before or behind code. */
function cutLong(text: string): Sentence[] {
  const pieces: Sentence[] = [];
  let rest = text;
  while (rest.length > maxSentenceChars) {
    const piece = rest.slice(0, findCut(rest));
    const sentence = piece.trimEnd();
    pieces.push({ text: sentence, gap: piece.slice(sentence.length) });
    rest = rest.slice(piece.length);
  }
  return [...pieces, { text: rest, gap: '' }];
}

function findCut(text: string): number {
  const start = text.slice(0, maxSentenceChars);
  const ends = [/^.*[;:,.!?)\u2013\u2014]\s/su, /^.*\s/su].map((end) => end.exec(start)?.[0].length ?? 0);
  const far = ends.find((end) => end > maxSentenceChars / 4);
  if (far !== undefined) return far;
  // No space for so long: words of that length count as code.
  return text.search(text.startsWith(filler) ? /[^\ue000]|$/ : /\ue000|$/);
}
