/**
 * Finds offsets in a text of any length with a function that only short texts may be given to. Where offsets were found the next window begins
 * at the last of them, since what begins there may go on behind the window; where none was, behind the window. Takes linear time: no window
 * begins in the first half of the one before.
 */
export function findInWindows(
  text: string,
  windowChars: number,
  find: (window: string) => number[],
): number[] {
  const offsets: number[] = [];
  let start = 0;
  while (start < text.length) {
    const found = find(text.slice(start, start + windowChars)).map((offset) => start + offset);
    const last = offsets.at(-1) ?? 0;
    offsets.push(...found.filter((offset) => offset > last));
    if (start + windowChars >= text.length) break;
    start = Math.max(found.at(-1) ?? start + windowChars, start + windowChars / 2);
  }
  return offsets;
}
