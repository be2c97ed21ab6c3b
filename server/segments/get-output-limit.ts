import { countWideLetters } from './count-wide-letters.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { getExpansion } from './get-expansion.ts';

/** A word may become a sentence, and a model may be wordy where it costs nothing. */
const minTokens = 256;

/** Letters of an English token, fewer than there are. */
const charsPerToken = 3.5;

/**
 * How many tokens the translation of a text may take before the model is stopped: more than any sane one does, even where the text is numbers or
 * code that are repeated as they are, and few enough that a model that repeats itself stops at a few times the length; at least 256. Thinking is
 * not in it. `target` is a BCP 47 tag; `factor`: see `TokenCalibration`.
 */
export function getOutputLimit(text: string, target: string, factor = 1): number {
  const englishTokens = (text.length + 2 * countWideLetters(text)) / charsPerToken;
  const tokens = Math.max(englishTokens * getExpansion(target), estimateTokens(text) * 1.5);
  return Math.max(Math.ceil(tokens * factor), minTokens);
}
