/** Fewer words may be a name or a title that stays as it is; so may any that nearly all begin with a capital. */
const minWords = 4;
const minSmallWords = 2;

/** In scripts without capitals and spaces: fewer letters may be a name. */
const minUnspacedLetters = 8;
const unspacedLetter =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;

/** Whether the words of a text may stay the same in another language, all together: names and the like. */
export function isNameLike(words: readonly string[]): boolean {
  let unspaced = 0;
  for (const word of words) unspaced += word.match(unspacedLetter)?.length ?? 0;
  if (unspaced >= minUnspacedLetters) return false;
  return words.length < minWords || words.filter((word) => !/^\p{Lu}/u.test(word)).length < minSmallWords;
}
