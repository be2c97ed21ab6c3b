import { estimateTokens } from './estimate-tokens.ts';
import { getExpansion } from './get-expansion.ts';

/** A word may become a sentence, and a model may be wordy where it costs nothing. */
const minTokens = 256;

/** Letters of an English token, fewer than there are. */
const charsPerToken = 3.5;

/** They say what takes three letters in other scripts. */
const wideLetter = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/**
 * How many tokens the translation of a text may take before the model is stopped: more than any sane one does, even where the text is numbers or
 * code that are repeated as they are, and few enough that a model that repeats itself stops at a few times the length; at least 256. Thinking is
 * not in it. `target` is a BCP 47 tag; `factor`: see `TokenCalibration`.
 */
export function getOutputLimit(text: string, target: string, factor = 1): number {
  const wideLetters = text.match(wideLetter)?.length ?? 0;
  const englishTokens = (text.length + 2 * wideLetters) / charsPerToken;
  const tokens = Math.max(englishTokens * getExpansion(target), estimateTokens(text) * 1.5);
  return Math.max(Math.ceil(tokens * factor), minTokens);
}
