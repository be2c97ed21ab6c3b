import { removeFixedParts } from './fixed-parts.ts';

/** Signs that Unicode counts as letters: ordinal signs behind a number, and the sign for information. */
const signsLikeLetters = /(?<=\p{Nd})[ªº]|ℹ/gu;

/**
 * Whether a text stays the same in every language: numbers, addresses, placeholders, code, punctuation and signs only. Any word, name or
 * unit makes it false.
 */
export function hasNothingToTranslate(text: string): boolean {
  return !/\p{L}/u.test(removeFixedParts(text).replace(signsLikeLetters, ''));
}
