import type { LanguageChoice } from '../messages/background-message.ts';

/** The English name of a language; the tag itself when it is none of the choices. */
export function getLanguageName(choices: readonly LanguageChoice[], wanted: string): string {
  return choices.find(({ tag }) => tag === wanted)?.english ?? wanted;
}
