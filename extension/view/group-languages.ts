import { say } from '../../shared/say.ts';
import type { LanguageChoice } from '../messages/background-message.ts';

/** A part of a picker's list. */
export interface LanguageGroup {
  label: string;
  choices: readonly LanguageChoice[];
}

/** All languages, before them once more those of `recent`, tags; one list without a name where there are none. Pure. */
export function groupLanguages(
  choices: readonly LanguageChoice[],
  recent: readonly string[],
): LanguageGroup[] {
  const first = recent.flatMap((tag) => choices.find((choice) => choice.tag === tag) ?? []);
  if (first.length === 0) return [{ label: '', choices }];
  return [
    { label: say('recentLanguages'), choices: first },
    { label: say('allLanguages'), choices },
  ];
}
