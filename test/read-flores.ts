import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('fixtures/flores-dev/', import.meta.url);

/** The 23 languages of the sentences of FLORES-200 in the fixtures: BCP 47 tags. */
export const floresLanguages: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -'.txt'.length));

const texts = new Map(
  floresLanguages.map((tag) => [
    tag,
    readFileSync(new URL(`${tag}.txt`, folder), 'utf8')
      .trimEnd()
      .split('\n'),
  ]),
);

/** The 200 lines of a language as they are: some end in a space. Line for line the content is the same in all languages. */
export function readFloresLines(tag: string): string[] {
  const lines = texts.get(tag);
  if (lines === undefined) throw new Error(`There is no text in ${tag}`);
  return lines;
}

/** The same without the white space around them. */
export function readFlores(tag: string): string[] {
  return readFloresLines(tag).map((line) => line.trim());
}

/** What sentences may be used for: odd ones (counted from 1) to tune, even ones to report. */
export type Half = 'odd' | 'even';

/** A hundred sentences of a language. */
export function readFloresHalf(tag: string, half: Half): string[] {
  return readFlores(tag).filter((_, i) => (i % 2 === 0) === (half === 'odd'));
}
