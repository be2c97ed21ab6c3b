import { describeLanguage } from '../../shared/find-language.ts';
import { languages } from '../../shared/languages.ts';
import { say } from '../../shared/say.ts';
import type { LanguageChoice } from './background-message.ts';

/** Every language under its name in the language of the interface, sorted by that. */
export function listLanguageChoices(): LanguageChoice[] {
  const { compare } = new Intl.Collator(say('locale'));
  return languages
    .map(({ tag, own, direction }) => ({ tag, name: nameLanguage(tag), own, direction }))
    .sort((a, b) => compare(a.name, b.name));
}

/** A language's name in the language of the interface; in English as in the table, for the server and its documents use that. */
export function nameLanguage(tag: string): string {
  const english = describeLanguage(tag);
  const locale = say('locale');
  if (locale === 'en') return english;
  return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? english;
}
