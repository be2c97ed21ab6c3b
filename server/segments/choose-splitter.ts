import { splitBySentencex } from './split-by-sentencex.ts';

/** Finds where sentences begin within a short line, in order; that the first one begins at 0 goes without saying. */
export type SentenceSplitter = (line: string) => number[];

/**
 * Languages whose sentences `Intl.Segmenter` finds better. For all others sentencex is better: it knows abbreviations and ordinal numbers
 * ("Mr. Smith", "am 20. März"), and leaves quotations whole. Measured on the sentences of FLORES-200, five to a paragraph, as sentence ends
 * found of 160 (sentencex : Intl), after the rules of `cutSentences`.
 */
const segmenterLanguages = new Set([
  // sentencex misses the end before a digit or a Latin letter, since no space is there: 149 : 159 and 148 : 159.
  'zh',
  'yue',
  'wuu',
  'ja',
  // sentencex goes on after the straight quotation marks that Hebrew also writes in its abbreviations: 154 : 158.
  'he',
  // sentencex ends a sentence after "godz." (at … o'clock) and others; Intl goes on where a small letter follows the number: 4 false ends to none.
  'pl',
]);

/** Ends of sentences without a space behind them; tells Chinese and Japanese where no language was given. */
const wideEnd = /[。！？]/;

/** The splitter for a BCP 47 tag, or `und`. */
export function chooseSplitter(tag: string): SentenceSplitter {
  const language = /^[a-z]{2,3}(?=-|$)/i.exec(tag)?.[0].toLowerCase() ?? 'und';
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const bySegmenter: SentenceSplitter = (line) =>
    Array.from(segmenter.segment(line), ({ index }) => index).slice(1);
  if (segmenterLanguages.has(language)) return bySegmenter;
  if (language !== 'und') return (line) => findSentences(line, language);
  return (line) => (wideEnd.test(line) ? bySegmenter(line) : findSentences(line, 'en'));
}

/** Looks for each sentence behind the one before it; the text between two belongs to the first. */
function findSentences(line: string, language: string): number[] {
  // Of the same length: U+FFFD takes the place of half a surrogate pair, which WebAssembly cannot be given.
  const text = line.toWellFormed();
  const starts: number[] = [];
  let end = 0;
  for (const piece of splitBySentencex(text, language)) {
    const sentence = piece.trim();
    const start = text.indexOf(sentence, end);
    if (sentence === '' || start === -1) continue;
    if (start > 0) starts.push(start);
    end = start + sentence.length;
  }
  return starts;
}
