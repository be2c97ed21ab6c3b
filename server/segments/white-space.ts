/** Unicode's white space: what JavaScript calls so, and U+0085, which it leaves out. */
const spaceRun = /[\s\u0085]+/g;
const anySpace = /[\s\u0085]/;
const spaceHere = /[\s\u0085]*/y;
const lineBreak = /[\n\r\u0085\u2028\u2029]/;

/** A run of white space: where it is in its text, and itself. */
export interface SpaceRun {
  start: number;
  end: number;
  run: string;
}

/** All runs of white space of a text, each as long as it can be. Linear, whatever the text. */
export function findSpaceRuns(text: string): SpaceRun[] {
  return [...text.matchAll(spaceRun)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
    run,
  }));
}

/** Whether a UTF-16 unit is white space. */
export function isSpace(unit: string): boolean {
  return anySpace.test(unit);
}

/** Whether there is nothing but white space. */
export function isBlank(text: string): boolean {
  return skipSpace(text, 0) === text.length;
}

/** Whether a text goes on in another line, by whichever character. */
export function hasLineBreak(text: string): boolean {
  return lineBreak.test(text);
}

/** Where the white space that begins at an offset ends; the offset itself where there is none. */
export function skipSpace(text: string, offset: number): number {
  spaceHere.lastIndex = offset;
  return offset + (spaceHere.exec(text)?.[0].length ?? 0);
}

/** A text cut into its outer white space and the rest; a blank text is all `lead`. */
export function splitOuterSpace(text: string): { lead: string; core: string; trail: string } {
  const start = skipSpace(text, 0);
  let end = text.length;
  while (end > start && isSpace(text.charAt(end - 1))) end -= 1;
  return { lead: text.slice(0, start), core: text.slice(start, end), trail: text.slice(end) };
}
