import { chooseCut, prepareText, type CutRange } from './choose-cut.ts';
import { estimateTokens, walkTokens } from './estimate-tokens.ts';
import { isSpace, skipSpace } from './white-space.ts';

/** What the pieces of a text are for. */
export interface FitOptions {
  /** BCP 47 tag, or `und`. */
  language: string;
  /** How many tokens of the model's are one estimated token: see `TokenCalibration`. */
  factor: number;
}

/**
 * Cuts a text into pieces of at most `maxTokens` tokens of a model each, not counting their outer white space. They tile it and are about even,
 * cut where it hurts least. An empty text has none. A piece takes more only when a single code point does.
 */
export function cutToFit(text: string, maxTokens: number, { language, factor }: FitOptions): string[] {
  return cutEvenly(text, Math.floor(maxTokens / factor), language);
}

/** Cuts a text into pieces of at most `limit` estimated tokens, as `cutToFit` does. Takes linear time. */
export function cutEvenly(text: string, limit: number, language: string): string[] {
  if (text === '') return [];
  if (findFit(text, 0, { aim: limit, limit }).far === text.length) return [text];
  const cuttable = prepareText(text, language);
  const pieces: string[] = [];
  let rest = estimateTokens(text);
  let start = 0;
  while (start < text.length) {
    const aim = rest / Math.max(Math.ceil(rest / limit), 2);
    const range = findFit(text, start, { aim, limit });
    const end = range.far === text.length ? text.length : chooseCut(cuttable, range);
    const piece = text.slice(start, end);
    pieces.push(piece);
    rest -= estimateTokens(piece);
    start = end;
  }
  return pieces;
}

/** How far the text from an offset on fits, and where the wished number of tokens is reached; at least one code point. */
function findFit(text: string, start: number, { aim, limit }: { aim: number; limit: number }): CutRange {
  const first = skipSpace(text, start);
  const range: CutRange = { start, aim: 0, far: 0 };
  walkTokens(text, first, (end, weight) => {
    if (weight > limit * 100 && range.far > 0) return false;
    if (!isSpace(text.charAt(end - 1))) range.far = end;
    if (weight <= aim * 100 || range.aim === 0) range.aim = end;
    return true;
  });
  const far = skipSpace(text, Math.max(range.far, first));
  return { start, aim: Math.min(range.aim, far), far };
}
