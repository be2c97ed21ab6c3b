import { getLanguageSubtag } from '../../../shared/get-language-subtag.ts';
import type { Language } from '../../../shared/languages.ts';

/** A language as a picker shows it. */
export type LanguageChoice = Pick<Language, 'tag' | 'english' | 'own' | 'direction'>;

/** What one can translate into: `ready` with the engine that runs now, `other` not. */
export interface LanguageGroups {
  ready: LanguageChoice[];
  other: LanguageChoice[];
}

/** `targets`: what the engine translates into, undefined for everything. As on the server, the language subtag alone decides. */
export function groupLanguages(
  languages: readonly LanguageChoice[],
  targets: readonly string[] | undefined,
): LanguageGroups {
  const reached = targets && new Set(targets.map(getLanguageSubtag));
  const isReady = ({ tag }: LanguageChoice): boolean => !reached || reached.has(getLanguageSubtag(tag));
  return { ready: languages.filter(isReady), other: languages.filter((language) => !isReady(language)) };
}
