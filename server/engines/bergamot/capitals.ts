import type { MaskedText } from './mask-text.ts';

/** Whether a text is in capitals throughout and more than an abbreviation; the models would take its words for names. */
export function isAllCapitals({ pieces }: MaskedText): boolean {
  const text = pieces.join(' ');
  if (/\p{Ll}/u.test(text)) return false;
  const words = text.match(/\p{Lu}{2,}/gu) ?? [];
  return words.length > 2 || words.some((word) => word.length > 4);
}

/** The text in small letters, with its placeholders as they are. */
export function toSmallLetters(text: string, { letters }: MaskedText): string {
  const placeholder = new RegExp(`${letters}(?=\\d)`, 'gi');
  return text.toLowerCase().replace(placeholder, letters);
}
