import { readHtmlTokens, type HtmlToken } from './html-tokens.ts';
import { splitSentences } from './split-sentences.ts';

/** A sentence of HTML, or what stands between two of them. */
export interface HtmlPiece {
  tokens: HtmlToken[];
  isGap: boolean;
}

/**
 * Cuts HTML into sentences; the tokens of the pieces, joined, are the HTML. Sentences that an element holds together stay together. `language` is
 * a BCP 47 tag.
 */
export function splitHtml(html: string, language: string): HtmlPiece[] {
  const tokens = readHtmlTokens(html);
  const sentences = splitSentences(tokens.map(getVisibleText).join(''), language);
  const pieces = sentences.flatMap((): HtmlPiece[] => [
    { tokens: [], isGap: false },
    { tokens: [], isGap: true },
  ]);
  const ends = toEnds(sentences.flatMap(({ text, gap }) => [text.length, gap.length]));
  return joinElements(fillPieces(pieces, tokens, ends));
}

/** Of a tag, what makes sentences end before and behind it, or go on. */
function getVisibleText({ tag, text }: HtmlToken): string {
  if (tag.startsWith('<br')) return '\u2028';
  return tag.startsWith('<code') ? 'X' : text;
}

function toEnds(lengths: readonly number[]): number[] {
  let end = 0;
  return lengths.map((length) => (end += length));
}

/** Puts tokens into the pieces that end at these offsets. A start tag goes with what follows, any other with what comes before. */
function fillPieces(pieces: HtmlPiece[], tokens: readonly HtmlToken[], ends: readonly number[]): HtmlPiece[] {
  let offset = 0;
  let current = 0;
  const moveTo = (index: number): HtmlToken[] | undefined => {
    while (current < pieces.length - 1 && (ends[current] ?? 0) <= index) current += 1;
    return pieces[current]?.tokens;
  };
  for (const token of tokens) {
    const end = offset + getVisibleText(token).length;
    if (token.type !== 'text')
      moveTo(token.type === 'open' || end > offset ? offset : offset - 1)?.push(token);
    for (let start = offset; token.type === 'text' && start < end;) {
      const piece = moveTo(start);
      const next = Math.max(start + 1, Math.min(end, ends[current] ?? end));
      piece?.push({ ...token, text: token.text.slice(start - offset, next - offset) });
      start = next;
    }
    offset = end;
  }
  return pieces;
}

/** Joins the pieces that an element begins and ends in, with all between. */
function joinElements(pieces: readonly HtmlPiece[]): HtmlPiece[] {
  const joined: HtmlPiece[] = [];
  let depth = 0;
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (depth > 0 && last) {
      last.tokens.push(...piece.tokens);
      last.isGap = false;
    } else if (piece.tokens.length > 0) joined.push(piece);
    for (const { type } of piece.tokens) depth += getDepthChange(type);
  }
  return joined;
}

function getDepthChange(type: HtmlToken['type']): number {
  if (type === 'open') return 1;
  return type === 'close' ? -1 : 0;
}
