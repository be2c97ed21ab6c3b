import type { LanguageChoice } from '../messages/background-message.ts';

/** The name of a language in the language of the interface; the tag itself when it is none of the choices. */
export function getLanguageName(choices: readonly LanguageChoice[], wanted: string): string {
  return choices.find(({ tag }) => tag === wanted)?.name ?? wanted;
}
