import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../fixtures/flores-dev/', import.meta.url);

/** The 23 languages: BCP 47 tags. */
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

/** What lines may be used for: odd ones (counted from 1) to tune, even ones to report. */
export type Half = 'odd' | 'even';

/** A hundred lines of a language, the same content in all of them. */
export function getLines(tag: string, half: Half): string[] {
  const lines = texts.get(tag);
  if (lines === undefined) throw new Error(`There is no text in ${tag}`);
  return lines.filter((_, i) => (i % 2 === 0) === (half === 'odd')).map((line) => line.trim());
}
