const bar = '=====';

/**
 * A line that occurs in none of the strings, to stand round a text. It is the same for almost every text, which keeps prompts cacheable; where
 * that one occurs, it gets the smallest number that makes it new, so that it stays short whatever the text holds.
 */
export function chooseDelimiter(strings: readonly string[]): string {
  if (!strings.some((string) => string.includes(bar))) return bar;
  const taken = new Set(
    strings.flatMap((string) => [...string.matchAll(/=(?=(\d{1,7})=)/g)].map(([, number]) => Number(number))),
  );
  let number = 1;
  while (taken.has(number)) number += 1;
  return `${bar}${number}${bar}`;
}
