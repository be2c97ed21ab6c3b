import { removeFixedParts } from '../languages/fixed-parts.ts';

/** The words of a text, without addresses, placeholders and code; where no spaces are written, what stands between signs is one. */
export function listWords(text: string): string[] {
  return removeFixedParts(text).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}
