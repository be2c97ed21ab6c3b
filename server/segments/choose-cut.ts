import { findFirstIndex } from './find-first-index.ts';
import { findInWindows } from './find-in-windows.ts';
import { findSentenceEnds } from './cut-sentences.ts';
import { findUnbrokenSpans, keepOutside, type Span } from './unbroken-spans.ts';
import { findSpaceRuns, hasLineBreak, isSpace, skipSpace } from './white-space.ts';

/** A text and what is known about where to cut it; made once for many cuts. */
export interface CuttableText {
  text: string;
  /** BCP 47 tag, or `und`. */
  language: string;
  sentenceEnds: readonly number[];
  spans: readonly Span[];
}

/** Where a piece begins, where its end is wished for, and how far it may go. `start` < `aim` <= `far`; all between two characters. */
export interface CutRange {
  start: number;
  aim: number;
  far: number;
}

/** Looks at a text once, before it is cut. */
export function prepareText(text: string, language: string): CuttableText {
  return {
    text,
    language,
    sentenceEnds: findSentenceEnds(text, language),
    spans: findUnbrokenSpans(text),
  };
}

type CutFinder = (text: CuttableText, range: CutRange) => number[];

/** How to look for a cut. `near`: not so far from the aim that one of the two pieces would be tiny. `anywhere`: even within an address or code. */
interface Step {
  find: CutFinder;
  near?: boolean;
  anywhere?: boolean;
}

/** In order; the first that finds something decides. */
const steps: readonly Step[] = [
  { find: getSentenceEnds, near: true },
  { find: findClauseEnds, near: true },
  { find: findSpaces, near: true },
  { find: findWordEnds, near: true },
  { find: getSentenceEnds },
  { find: findClauseEnds },
  { find: findSpaces },
  { find: findWordEnds },
  { find: findCharacterEnds },
  { find: findClauseEnds, near: true, anywhere: true },
  { find: findSpaces, anywhere: true },
  { find: findWordEnds, anywhere: true },
  { find: findCharacterEnds, anywhere: true },
];

/**
 * Chooses where a piece of a text ends: at the end of a sentence, else of a clause, else between words, else characters as people count them, each
 * time as near to the aim as can be; between code points when one character is longer than the piece may be. Addresses and code stay whole as
 * long as there is another place. White space belongs to the piece before it.
 */
export function chooseCut(cuttable: CuttableText, range: CutRange): number {
  const { text, spans } = cuttable;
  const first = skipSpace(text, range.start);
  const slack = (range.aim - first) * 0.75;
  const possible = isWithinSpan(cuttable, first, range.far)
    ? steps.filter(({ anywhere }) => anywhere)
    : steps;
  for (const { find, near = false, anywhere = false } of possible) {
    const from = near ? range.aim - slack : first + 1;
    const to = near ? Math.min(range.aim + slack, range.far) : range.far;
    const fitting = find(cuttable, range).filter(
      (cut) => cut >= from && cut <= to && isBeforeCharacter(text, cut),
    );
    const nearest = findNearest(anywhere ? fitting : keepOutside(fitting, spans), range.aim);
    if (nearest !== undefined) return nearest;
  }
  return range.aim;
}

/** Whether there is no place but within an address or code. */
function isWithinSpan({ spans }: CuttableText, start: number, end: number): boolean {
  const span = spans[findFirstIndex(spans, (it) => it.end > end)];
  return span !== undefined && span.start <= start;
}

/** Whether a piece may begin here: neither with white space nor with nothing. */
function isBeforeCharacter(text: string, offset: number): boolean {
  return offset < text.length && !isSpace(text.charAt(offset));
}

function findNearest(offsets: readonly number[], aim: number): number | undefined {
  let nearest = offsets[0];
  for (const offset of offsets) {
    if (nearest === undefined || Math.abs(offset - aim) < Math.abs(nearest - aim)) nearest = offset;
  }
  return nearest;
}

function getSentenceEnds({ sentenceEnds }: CuttableText, { start, far }: CutRange): number[] {
  return sentenceEnds.slice(
    findFirstIndex(sentenceEnds, (end) => end > start),
    findFirstIndex(sentenceEnds, (end) => end > far),
  );
}

const clauseEnd = /[,;:.!?…।،؛۔)\]}»”’"–—]$/;
const wideClauseEnd = /[、，；：。！？…）」』】》]+/g;

/** Behind punctuation and line breaks. Chinese and Japanese put no space there. */
function findClauseEnds({ text }: CuttableText, { start, far }: CutRange): number[] {
  const part = text.slice(start, far);
  const spaced = findSpaceRuns(part)
    .filter((space) => hasLineBreak(space.run) || clauseEnd.test(part.charAt(space.start - 1)))
    .map(({ end }) => end);
  const wide = [...part.matchAll(wideClauseEnd)].map(({ 0: { length }, index }) => index + length);
  return [...spaced, ...wide].sort((a, b) => a - b).map((end) => start + end);
}

function findSpaces({ text }: CuttableText, { start, far }: CutRange): number[] {
  return findSpaceRuns(text.slice(start, far)).map(({ end }) => start + end);
}

/** `Intl.Segmenter` copies the text that it looks at for everything that it finds. */
const windowChars = 200;

/** Far more than follows the first part of a character, so that the last one before `far` is known to be whole. */
const lookAheadChars = 50;

/** Addresses and code begin and end like words. */
function findWordEnds(cuttable: CuttableText, range: CutRange): number[] {
  const { start, far } = range;
  const spans = cuttable.spans.slice(
    findFirstIndex(cuttable.spans, ({ end }) => end > start),
    findFirstIndex(cuttable.spans, (span) => span.start > far),
  );
  const edges = spans.flatMap((span) => [span.start, span.end]);
  return [...findBySegmenter(cuttable, range, 'word'), ...edges].sort((a, b) => a - b);
}

function findCharacterEnds(cuttable: CuttableText, range: CutRange): number[] {
  return findBySegmenter(cuttable, range, 'grapheme');
}

function findBySegmenter(
  { text, language }: CuttableText,
  { start, far }: CutRange,
  granularity: 'word' | 'grapheme',
): number[] {
  const segmenter = new Intl.Segmenter(language, { granularity });
  const part = text.slice(start, far + lookAheadChars);
  return findInWindows(part, windowChars, (window) =>
    Array.from(segmenter.segment(window), ({ index }) => index).slice(1),
  ).map((end) => start + end);
}
