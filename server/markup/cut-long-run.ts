import { findSentenceEnds } from '../segments/cut-sentences.ts';
import type { MarkupItem } from './read-items.ts';

/** How a run is cut; `language` is a BCP 47 tag. */
export interface LongRunOptions {
  language: string;
  maxChars: number;
}

/**
 * Where a run of items is cut so that no part holds more letters than allowed: offsets in the HTML, in order, without the run's own end. It is cut
 * where no element is open: behind a sentence, else behind white space, else anywhere.
 */
export function cutLongRun(
  html: string,
  run: readonly MarkupItem[],
  { language, maxChars }: LongRunOptions,
): number[] {
  if (run.some((item) => item.type === 'text' && item.isRaw)) return [];
  const letters = readLetters(html, run);
  if (letters.text.length <= maxChars) return [];
  const sentenceEnds = new Set(findSentenceEnds(letters.text, language));
  const cuts: number[] = [];
  for (let start = 0; start < letters.text.length;) {
    start = findCut({ ...letters, sentenceEnds }, start, maxChars);
    cuts.push(letters.places[start] ?? 0);
  }
  return cuts.slice(0, -1);
}

/** A run's text without its markup. */
interface Letters {
  /** Each character reference counts as one letter. */
  text: string;
  /** For each letter where the HTML may be cut before it; undefined where it may not. */
  places: readonly (number | undefined)[];
}

function readLetters(html: string, run: readonly MarkupItem[]): Letters {
  let text = '';
  const places: (number | undefined)[] = [];
  for (const { units, place } of listLetters(html, run)) {
    text += units;
    places.push(place);
    if (units.length === 2) places.push(undefined);
  }
  return { text, places };
}

/** Letters, the one or two UTF-16 units of each, and where the HTML may be cut before it. */
function* listLetters(
  html: string,
  run: readonly MarkupItem[],
): Generator<{ units: string; place: number | undefined }> {
  let depth = 0;
  /** Where the tags before the next letter begin, if no element is open there. */
  let tagsAt: number | undefined;
  for (const item of run) {
    if (depth === 0) tagsAt ??= item.start;
    if (item.type === 'open') depth += 1;
    if (item.type === 'close') depth -= 1;
    if (item.type !== 'text') continue;
    const raw = html.slice(item.start, item.end);
    for (const [i, { units, index }] of splitLetters(raw).entries()) {
      const inner = depth === 0 ? item.start + index : undefined;
      yield { units, place: i === 0 ? tagsAt : inner };
    }
    tagsAt = undefined;
  }
}

const letter = /&(?:#x[\da-f]+|#\d+|[a-z][a-z\d]*);?|\r\n|[\ud800-\udbff][\udc00-\udfff]|[^]/gi;

function splitLetters(raw: string): { units: string; index: number }[] {
  return Array.from(raw.matchAll(letter), ({ 0: match, index }) => ({
    units: match.startsWith('&') ? '&' : match,
    index,
  }));
}

/** The last good place for a cut that leaves no more than so many letters before it, else the first one behind, else the end. */
function findCut(
  { text, places, sentenceEnds }: Letters & { sentenceEnds: ReadonlySet<number> },
  start: number,
  maxChars: number,
): number {
  let limit = start + maxChars;
  if (limit >= text.length) return text.length;
  const before = Array.from({ length: maxChars }, (_, i) => limit - i).filter((i) => places[i] !== undefined);
  const good =
    before.find((i) => sentenceEnds.has(i)) ?? before.find((i) => /\s/.test(text.charAt(i - 1))) ?? before[0];
  if (good !== undefined) return good;
  while (limit < text.length && places[limit] === undefined) limit += 1;
  return limit;
}
