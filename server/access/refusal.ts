import type { ErrorCode } from '../../shared/error-codes.ts';
import { TranslationError } from '../../shared/translation-error.ts';

/** Why a request may not go on, as the rules say it. */
export interface Refusal {
  code: ErrorCode;
  message: string;
  hint?: string;
}

/** What the edge does with the word of a rule. */
export function throwRefusal(refusal: Refusal | undefined): void {
  if (!refusal) return;
  const { code, message, hint } = refusal;
  throw new TranslationError(code, message, { hint });
}

/** A value from outside inside a message: quoted, of visible ASCII characters and spaces only, of bounded length. */
export function quote(value: string): string {
  const quoted = JSON.stringify(value.length > 100 ? `${value.slice(0, 100)}...` : value);
  // A terminal obeys more characters than those that JSON escapes, and shows others as what they are not.
  return quoted.replaceAll(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
