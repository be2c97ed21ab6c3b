import { confidentAbove } from '../languages/detector.ts';
import { removeFixedParts } from '../languages/fixed-parts.ts';
import { isSameLanguage } from '../languages/is-same-language.ts';
import type { Check, CheckSubject } from './check.ts';

/** Fewer words may be a name or a title that stays as it is; so may any that all begin with a capital. */
const minWords = 4;
const minSmallWords = 2;

/** In scripts without small letters and spaces: fewer letters may be a name. */
const minUnspacedLetters = 8;

/** Of a paraphrase in the same words at least this part is the source's; closely related languages stay below it. */
const maxSharedWords = 0.8;
const minWordsToShare = 8;

/** Whether the translation is the source itself, holds all of it, or has nearly no other words. */
export const checkEcho: Check = (subject) => {
  const source = listWords(subject.source);
  if (!isEcho(source, listWords(subject.translation)) || staysTheSame(subject)) return undefined;
  return {
    check: 'echo',
    message: 'The original was repeated instead of translated.',
    fault: 'The text was repeated instead of translated. Every sentence must be in the target language.',
  };
};

function isEcho(source: readonly string[], translation: readonly string[]): boolean {
  if (isNameLike(source)) return false;
  const [original, translated] = [source, translation].map((words) => ` ${words.join(' ').toLowerCase()} `);
  if (translated?.includes(original ?? '') === true) return true;
  if (translation.length < minWordsToShare) return false;
  const known = new Set(source.map((word) => word.toLowerCase()));
  const shared = translation.filter((word) => known.has(word.toLowerCase()));
  return shared.length > translation.length * maxSharedWords;
}

function isNameLike(words: readonly string[]): boolean {
  const unspaced = words.reduce((sum, word) => sum + (word.match(unspacedLetter)?.length ?? 0), 0);
  if (unspaced >= minUnspacedLetters) return false;
  return words.length < minWords || words.filter((word) => !/^\p{Lu}/u.test(word)).length < minSmallWords;
}

const unspacedLetter =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/gu;

function listWords(text: string): string[] {
  return removeFixedParts(text).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
}

/** What is in the target language already, whatever was said to be its source, is right as it is. */
function staysTheSame({ source, sourceLanguage, targetLanguage, detect }: CheckSubject): boolean {
  if (isSameLanguage(sourceLanguage, targetLanguage)) return true;
  const { language, confidence } = detect(source);
  return confidence > confidentAbove && isSameLanguage(language, targetLanguage);
}
