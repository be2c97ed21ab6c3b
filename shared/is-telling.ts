/** Whole words in most languages; a language without spaces says as much in fewer letters. */
const enoughLetters = 12;
const enoughDenseLetters = 4;
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu;

/** Whether a text, of any length, is long enough to be sure of its language; a word or two are the same in several. Pure. */
export function isTelling(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= enoughLetters || (text.match(dense)?.length ?? 0) >= enoughDenseLetters;
}
