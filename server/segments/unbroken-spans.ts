import { findFirstIndex } from './find-first-index.ts';

/** A part of a text, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

/** What ends an address though no white space stands before it: quotes, brackets and what Chinese and Japanese sentences are made of. */
const afterAddress = '\\s\\p{Cc}<>"“”‘’«»`、。，；：！？（）「」『』【】《》〈〉…';

/**
 * What nobody may cut in two. Each choice stops at the first character that cannot belong to it, so that a search takes linear time whatever
 * the text.
 */
const unbroken = new RegExp(
  [
    // Code: a block between fences, else a span within a line.
    '```[^]*?```|`{1,2}[^`\\r\\n]+`{1,2}',
    // Addresses of pages and mailboxes.
    `(?<![a-z\\d])(?:[a-z][a-z\\d+.\\-]{1,20}:\\/\\/|www\\.|mailto:)[^${afterAddress}]+`,
    '(?<![\\w.+\\-])[\\w.+\\-]{1,64}@[\\w\\-]{1,63}(?:\\.[\\w\\-]{1,63}){1,8}',
    // Placeholders of message formats, and tags.
    '\\{\\{[^{}\\r\\n]{0,200}\\}\\}|[$%]?\\{[^{}\\r\\n]{0,200}\\}|<\\/?[a-z\\d][^<>]{0,500}>',
  ].join('|'),
  'giu',
);

/** Finds addresses, code, placeholders and tags; in order, never touching one another's inside. */
export function findUnbrokenSpans(text: string): Span[] {
  return [...text.matchAll(unbroken)].map(({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** The offsets, which are in order, that do not lie inside of a span. */
export function keepOutside(offsets: readonly number[], spans: readonly Span[]): number[] {
  const [first = 0] = offsets;
  let next = findFirstIndex(spans, ({ end }) => end > first);
  return offsets.filter((offset) => {
    while ((spans[next]?.end ?? Infinity) <= offset) next += 1;
    return offset <= (spans[next]?.start ?? Infinity);
  });
}
