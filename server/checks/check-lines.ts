import type { Check } from './check.ts';

/** A bullet, a number or a letter at the beginning of a line. */
const listMark = /^[^\S\n]*(?:[-*+•‣◦▪–—・●○■□➢✓]|\p{Nd}{1,3}[.)、．）]|[a-zа-яα-ω][.)])(?=\s)/iu;

/**
 * Whether the translation has the lines of the source: all items of lists, and as many lines otherwise. A paragraph whose lines were broken at
 * a width, as in e-mails, may get fewer: it is one text.
 */
export const checkLines: Check = ({ source, translation }) => {
  const lines = listLines(source);
  const translated = listLines(translation);
  const items = countItems(lines);
  if (items > 1 && countItems(translated) !== items && translated.length !== lines.length)
    return describe('list items', items);
  const isFewer = translated.length < lines.length;
  if (translated.length === lines.length || (isFewer && isWrapped(lines))) return undefined;
  return describe('lines', lines.length);
};

function describe(what: string, count: number): ReturnType<Check> {
  return {
    check: 'lines',
    message: `The translation has not the same ${what} as the original.`,
    fault: `The text has ${count} ${what}, and the translation must have as many, each the translation of one.`,
  };
}

function listLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
}

function countItems(lines: readonly string[]): number {
  return lines.filter((line) => listMark.test(line)).length;
}

/** Lines that were broken at a width are long and mostly end within a sentence. */
const minWrappedChars = 40;

function isWrapped(lines: readonly string[]): boolean {
  const broken = lines
    .slice(0, -1)
    .filter((line) => line.length >= minWrappedChars && !/[.!?:;。！？…]["'”’»)]?\s*$/.test(line));
  return lines.length > 1 && countItems(lines) === 0 && broken.length >= (lines.length - 1) / 2;
}
