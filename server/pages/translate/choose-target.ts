import { getLanguage } from '../../../shared/find-language.ts';
import type { LanguageChoice } from './group-languages.ts';

/**
 * The language that somebody probably wants to read, for a start: the first of theirs but English that is ready, because most of what
 * they cannot read yet is in English. Who has English alone gets Portuguese, and who has none that is ready gets English.
 * `preferred`: `navigator.languages`. Undefined when nothing is ready.
 */
export function chooseTarget(
  preferred: readonly string[],
  ready: readonly LanguageChoice[],
): LanguageChoice | undefined {
  const others = preferred.flatMap((tag) => getLanguage(tag)?.tag ?? []).filter((tag) => !/^en\b/.test(tag));
  const wanted = [...others, others.length === 0 ? 'pt' : 'en'];
  const found = wanted.map((tag) => ready.find((language) => language.tag === tag));
  return found.find((language) => language !== undefined) ?? ready[0];
}
