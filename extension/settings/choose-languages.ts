import { getLanguage } from '../../shared/find-language.ts';
import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';

/** The languages of a reader, as far as they chose: BCP 47 tags. */
export interface ChosenLanguages {
  /** Empty: not chosen. */
  target: string;
  /** Empty: they want none. Undefined: not chosen. */
  secondTarget?: string | undefined;
}

const fallback = 'en';

/**
 * The languages to translate into. What the reader did not choose comes from those of the browser, which begin with the one they know
 * best: the first, and the next that is another language than the target, else English. Pure.
 */
export function chooseLanguages(
  { target, secondTarget }: ChosenLanguages,
  browserLanguages: readonly string[],
): { target: string; secondTarget: string } {
  const known = browserLanguages.flatMap((tag) => getLanguage(tag)?.tag ?? []);
  const first = target || (known[0] ?? fallback);
  const isOther = (tag: string): boolean => getLanguageSubtag(tag) !== getLanguageSubtag(first);
  return { target: first, secondTarget: secondTarget ?? [...known, fallback].find(isOther) ?? '' };
}
