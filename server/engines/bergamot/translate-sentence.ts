import { unwrapLines, wrapLines } from '../../segments/line-wraps.ts';
import type { Span } from '../../segments/unbroken-spans.ts';
import { isAllCapitals, toSmallLetters } from './capitals.ts';
import { keepsNumbers } from './keeps-numbers.ts';
import { maskText, unmaskText, type MaskedText } from './mask-text.ts';
import { peelEdges } from './peel-edges.ts';
import { findProtectedSpans } from './protected-spans.ts';
import { chooseTranslation, frameText, isShort } from './short-text.ts';
import { maxSentenceChars } from './split-sentences.ts';
import { restoreTypography, simplifyTypography } from './typography.ts';

/** Translates plain texts with a model, all at once, each by itself. */
export type TranslateTexts = (texts: readonly string[]) => Promise<readonly string[]>;

/**
 * Translates a sentence of `splitSentences` and hides the models' faults: nothing that they destroy is lost or doubled. What has no
 * words comes back as it is.
 */
export async function translateSentence(text: string, translate: TranslateTexts): Promise<string> {
  if (text.length > maxSentenceChars) return text;
  const { before, core, after } = peelEdges(text);
  const translation = await translateCore(core, findProtectedSpans(core), translate);
  if (keepsNumbers(translation, core)) return before + translation + after;
  const spans = findProtectedSpans(core, { numbers: true });
  const second = await translateCore(core, spans, translate);
  return before + (keepsNumbers(second, core) ? second : translation) + after;
}

async function translateCore(
  core: string,
  spans: readonly Span[],
  translate: TranslateTexts,
): Promise<string> {
  const masked = maskText(core, spans);
  if (!masked.pieces.some((piece) => /\p{L}/u.test(piece))) return core;
  const translation = unmaskText(await translateMasked(masked, translate), masked);
  return translation ?? (await translatePieces(masked, translate));
}

async function translateMasked(masked: MaskedText, translate: TranslateTexts): Promise<string> {
  const text = simplifyTypography(unwrapLines(masked.text));
  const translation = isAllCapitals(masked)
    ? (await translatePlain(toSmallLetters(text, masked), translate)).toUpperCase()
    : await translatePlain(text, translate);
  return wrapLines(restoreTypography(translation, masked.pieces.join('')), masked.text);
}

async function translatePlain(text: string, translate: TranslateTexts): Promise<string> {
  if (isShort(text)) return chooseTranslation(text, await translate(frameText(text)));
  const [translation = ''] = await translate([text]);
  return translation;
}

/** When a placeholder did not survive, what stands between the masks is translated piece by piece: less fluent, but nothing is lost. */
async function translatePieces({ masks, pieces }: MaskedText, translate: TranslateTexts): Promise<string> {
  let text = '';
  for (const [i, piece] of pieces.entries()) {
    text += (await translateSentence(piece, translate)) + (masks[i]?.original ?? '');
  }
  return text;
}
