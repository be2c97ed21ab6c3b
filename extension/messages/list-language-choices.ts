import { describeLanguage } from '../../shared/find-language.ts';
import { languages } from '../../shared/languages.ts';
import { say } from '../../shared/say.ts';
import type { LanguageChoice } from './background-message.ts';

/** Made once each: every view is told all languages as it opens, and the browser's language does not change meanwhile. */
let names: Intl.DisplayNames | undefined;
let choices: readonly LanguageChoice[] | undefined;

/** Every language under its name in the language of the interface, sorted by that. */
export function listLanguageChoices(): readonly LanguageChoice[] {
  choices ??= createChoices();
  return choices;
}

function createChoices(): LanguageChoice[] {
  const { compare } = new Intl.Collator(say('locale'));
  return languages
    .map(({ tag, own, direction }) => ({ tag, name: nameLanguage(tag), own, direction }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A language's name in the language of the interface; in English as in the table, for the server and its documents use that. */
export function nameLanguage(tag: string): string {
  const english = describeLanguage(tag);
  if (say('locale') === 'en') return english;
  names ??= new Intl.DisplayNames([say('locale')], { type: 'language' });
  return names.of(tag) ?? english;
}
