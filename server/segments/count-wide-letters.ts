/** They say what takes about three letters in other scripts. */
const wideLetter = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;

/** How many letters of Chinese, Japanese and Korean a text has. */
export function countWideLetters(text: string): number {
  return text.match(wideLetter)?.length ?? 0;
}
