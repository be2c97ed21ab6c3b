import type { Span } from '../../segments/unbroken-spans.ts';
import { findProtectedSpans } from './protected-spans.ts';

/**
 * A text in which words like `X1` stand for what the models would destroy; they carry them over as they would a name.
 * `unmaskText(masked.text, masked)` is the text again.
 */
export interface MaskedText {
  text: string;
  masks: readonly Mask[];
  /** The text before, between and after what is masked; one more than masks. */
  pieces: readonly string[];
  /** What the placeholders begin with. */
  letters: string;
}

interface Mask {
  original: string;
  /** Whether a space had to be put there so that the placeholder stands alone. */
  isSpacedBefore: boolean;
  isSpacedAfter: boolean;
}

/** Replaces each span by a placeholder that does not occur in the text; left out: all that the models would destroy. */
export function maskText(text: string, spans: readonly Span[] = findProtectedSpans(text)): MaskedText {
  const letters = findFreeLetters(text);
  const masks: Mask[] = [];
  const pieces: string[] = [];
  let masked = '';
  let end = 0;
  for (const span of spans) {
    const mask = createMask(text, span);
    masks.push(mask);
    const placeholder = `${letters}${masks.length}`;
    const piece = text.slice(end, span.start);
    pieces.push(piece);
    masked += piece + (mask.isSpacedBefore ? ' ' : '') + placeholder + (mask.isSpacedAfter ? ' ' : '');
    end = span.end;
  }
  pieces.push(text.slice(end));
  return { text: masked + text.slice(end), masks, pieces, letters };
}

/** Puts the masked parts back into a translation; undefined when a placeholder was lost, doubled or changed. */
export function unmaskText(translation: string, { masks, letters }: MaskedText): string | undefined {
  if (masks.length === 0) return translation;
  const placeholder = new RegExp(`( ?)(?<![\\p{L}\\p{N}])${letters}(\\d+)(?![\\p{L}\\p{N}])( ?)`, 'gu');
  const indexes = Array.from(translation.matchAll(placeholder), ([, , index]) => Number(index));
  const isIntact = indexes.length === masks.length && masks.every((_, i) => indexes.includes(i + 1));
  if (!isIntact) return undefined;
  return translation.replace(placeholder, (...match: string[]) => {
    const [, before = '', index, after = ''] = match;
    const mask = masks[Number(index) - 1];
    return (mask?.isSpacedBefore ? '' : before) + (mask?.original ?? '') + (mask?.isSpacedAfter ? '' : after);
  });
}

/** `X`, or something like it that no digit follows in the text. */
function findFreeLetters(text: string): string {
  let letters = 'X';
  while (new RegExp(`${letters}\\d`).test(text)) letters += 'Q';
  return letters;
}

function createMask(text: string, { start, end }: Span): Mask {
  return {
    original: text.slice(start, end),
    isSpacedBefore: /[^\s("'[“‘«]$/u.test(text.slice(0, start)),
    isSpacedAfter: /^[^\s.,;:!?)"'\]”’»…]/u.test(text.slice(end)),
  };
}
