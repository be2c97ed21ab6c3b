import { endsInAbbreviation } from './abbreviations.ts';
import { chooseSplitter } from './choose-splitter.ts';
import { findInWindows } from './find-in-windows.ts';
import { hideLineWraps } from './line-wraps.ts';
import { findUnbrokenSpans, keepOutside } from './unbroken-spans.ts';
import { findSpaceRuns, hasLineBreak, skipSpace } from './white-space.ts';

/**
 * How much of a line is looked at at once: sentencex compares each open quotation mark with all the text behind it, and `Intl.Segmenter` copies
 * its whole text for every sentence. It also is as far as a quotation mark that is never closed can hide the ends of sentences.
 */
const windowChars = 2000;

/** No sentence ends within a line of nothing but letters and digits, as most lines of tables and lists are. */
const sign = /[^\p{L}\p{N}\s]/u;

/** A quotation mark or bracket that opens stands before a sentence, though Unicode's rules take it for one that closes. */
const opening = /^[“«‹„《〈「『【（([]$/;

/** What goes on with a sentence: a small letter (Georgian has no others), and what closes or separates. */
const goesOn = /^(?:(?!\p{Script=Georgian})\p{Ll}|[,;:!?.…।、，。；：！？)\]}”’»›》〉」』】）%])/u;

/** The number or letter of a list's item. */
const itemMark = /^\s*(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]$/u;

/**
 * Cuts a text into its sentences. They tile it: the white space behind a sentence belongs to it, that before the first one to the first. A line
 * break ends a sentence unless the line was plainly wrapped there. `language` is a BCP 47 tag, or `und`. Takes linear time.
 */
export function cutSentences(text: string, language: string): string[] {
  if (text === '') return [];
  const ends = [...findSentenceEnds(text, language), text.length];
  return ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end));
}

/** Where the sentences of a text end, behind the white space, in order; the text's own end is not among them. */
export function findSentenceEnds(text: string, language: string): number[] {
  const split = chooseSplitter(language);
  const unwrapped = hideLineWraps(text);
  const lines = findLineStarts(unwrapped);
  const ends = lines.flatMap((start, i) => {
    const line = unwrapped.slice(start, lines[i + 1]);
    if (!sign.test(line)) return [start];
    const inner = findInWindows(line, windowChars, (window) => keepRealEnds(window, split(window)));
    return [start, ...inner.map((end) => start + end)];
  });
  return keepOutside(ends.slice(1), findUnbrokenSpans(text));
}

/** The first line begins with the text, each other behind white space that holds a line break. */
function findLineStarts(text: string): number[] {
  const breaks = findSpaceRuns(text).filter(({ run }) => hasLineBreak(run));
  const inner = breaks.filter(({ start, end }) => start > 0 && end < text.length);
  return [0, ...inner.map(({ end }) => end)];
}

function keepRealEnds(line: string, offsets: readonly number[]): number[] {
  const ends: number[] = [];
  let last = 0;
  let end = 0;
  for (const offset of offsets) {
    // Within white space that was skipped already.
    if (offset < end) continue;
    end = opening.test(line.slice(last, offset).slice(-1)) ? offset - 1 : skipSpace(line, offset);
    if (!isRealEnd(line.slice(last, end), line.slice(end, end + 2))) continue;
    ends.push(end);
    last = end;
  }
  return ends;
}

function isRealEnd(before: string, after: string): boolean {
  const sentence = before.trimEnd();
  if (sentence === '' || after === '' || goesOn.test(after) || itemMark.test(sentence)) return false;
  // Quotation marks one after another, as in tables, close together.
  if (sentence === before && after.startsWith('"')) return false;
  return !endsInAbbreviation(sentence, after);
}
