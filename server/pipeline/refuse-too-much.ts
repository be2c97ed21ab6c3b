import { TranslationError } from '../../shared/translation-error.ts';

/** How much a request may ask for. */
export interface TextLimits {
  /** UTF-16 units over all texts. */
  maxChars: number;
  maxTexts: number;
}

/** Throws `text_too_long` for more or longer texts than are allowed. */
export function refuseTooMuch(texts: readonly string[], { maxChars, maxTexts }: TextLimits): void {
  if (texts.length > maxTexts) {
    throw new TranslationError(
      'text_too_long',
      `The request holds ${texts.length} texts; ${maxTexts} are allowed.`,
      { hint: 'Send them in several requests, or raise --max-texts.' },
    );
  }
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  if (chars > maxChars) {
    throw new TranslationError(
      'text_too_long',
      `The text is ${chars} characters long; ${maxChars} are allowed.`,
      { hint: 'Send it in parts, or raise --max-chars.' },
    );
  }
}
