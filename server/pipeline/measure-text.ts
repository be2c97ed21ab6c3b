import { countWideLetters } from '../segments/count-wide-letters.ts';

/** How much a text holds, in terms that a translation has about as many of. */
export interface TextMeasure {
  sentences: number;
  colons: number;
  /** Characters; those that write whole syllables or words count for more. */
  weight: number;
}

const sentenceEnd = /[.!?…؟।։]+["'”’»)\]]*(?=\s|$)|[。！？]+/g;
/** Not those of times, ratios and addresses. */
const colon = /(?<!\d):(?!\/\/|\d)|：/g;

/** Measures a text; those of its parts, cut at line breaks, add up to it. */
export function measureText(text: string): TextMeasure {
  return { sentences: count(text, sentenceEnd), colons: count(text, colon), weight: weigh(text) };
}

/** The text's length, with two and a half for a wide letter. */
export function weigh(text: string): number {
  return text.length + 1.5 * countWideLetters(text);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
