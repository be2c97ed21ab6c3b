import { fixedParts, mayHave } from '../languages/fixed-parts.ts';
import type { Check } from './check.ts';

/** Whether code between backticks or fences, and words that only programs use, are in the translation as they were. */
export const checkCode: Check = ({ source, translation }) => {
  const pieces = listCode(source);
  if (pieces.length === 0) return undefined;
  const missing = listMissing(pieces, translation);
  if (missing.length === 0) return undefined;
  const list = missing.map((piece) => piece.slice(0, maxPieceChars)).join('\n');
  return {
    check: 'code',
    message: 'Code of the original is missing or has changed.',
    fault: `This code must be in the translation unchanged:\n${list}`,
  };
};

/** What the model is told of it, and how much of a text that is nothing but code is looked at. */
const maxNamed = 5;
const maxPieceChars = 200;
const maxPieces = 500;

function listMissing(pieces: readonly string[], translation: string): string[] {
  const known = new Set(listCode(translation));
  const bare = removeProse(translation);
  const missing: string[] = [];
  for (const piece of pieces.slice(0, maxPieces)) {
    const isThere = known.has(piece) || translation.includes(piece) || bare.includes(removeProse(piece));
    if (!isThere) missing.push(piece);
    if (missing.length === maxNamed) break;
  }
  return missing;
}

function listCode(text: string): string[] {
  if (!mayHave('code', text)) return [];
  const fenced = text.match(fixedParts.fencedCode) ?? [];
  const rest = text.replace(fixedParts.fencedCode, ' ');
  const inline = (rest.match(fixedParts.inlineCode) ?? []).map((piece) => piece.replace(/^`+ ?| ?`+$/g, ''));
  const words =
    rest.replace(fixedParts.inlineCode, ' ').replace(fixedParts.webAddress, ' ').match(fixedParts.codeWord) ??
    [];
  return [...new Set([...fenced, ...inline, ...words])].filter((piece) => piece.trim() !== '');
}

/** Code without comments, strings and white space: those may be translated. */
function removeProse(code: string): string {
  return code
    .replace(/\/\*[^]*?\*\/|(?<![:\\])\/\/.*|(?<=^|\s)(?:#|--) .*|<!--[^]*?-->/gm, '')
    .replace(/"[^"\n]{0,500}"|'[^'\n]{0,500}'/g, '')
    .replace(/\s+/g, '');
}
