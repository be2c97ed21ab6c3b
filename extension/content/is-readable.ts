import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { isTelling } from '../../shared/is-telling.ts';
import type { ChosenLanguages } from '../settings/choose-languages.ts';

/** Of these a reader may know one script alone, and the browsers do not tell which it is. */
const ofSeveralScripts = new Set(['sr', 'zh']);

/** What the browser has found out about a text. */
export interface DetectedLanguage {
  isReliable: boolean;
  /** The likeliest first. */
  languages: readonly { language: string }[];
}

/**
 * Whether a text surely is in the language that it would go into, and there is no second one that it would then go into. The languages are those
 * of `chooseLanguages`, without its table, which is too large for pages. Pure.
 */
export function isReadable(
  text: string,
  { isReliable, languages: [likeliest] }: DetectedLanguage,
  { target, secondTarget, known }: ChosenLanguages & { known: readonly string[] },
): boolean {
  const codes = [...known, 'en'].map(getLanguageSubtag);
  const code = target === '' ? codes[0] : getLanguageSubtag(target);
  const hasSecond = secondTarget === undefined ? codes.some((other) => other !== code) : secondTarget !== '';
  if (hasSecond || !isReliable || !likeliest || !isTelling(text)) return false;
  return getLanguageSubtag(likeliest.language) === code && !ofSeveralScripts.has(code);
}
