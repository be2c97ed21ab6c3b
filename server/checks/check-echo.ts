import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { confidentAbove } from '../languages/detector.ts';
import { isSameLanguage } from '../../shared/is-same-language.ts';
import type { Check, CheckSubject } from './check.ts';
import { isNameLike } from './is-name-like.ts';
import { listWords } from './list-words.ts';

/** Of a paraphrase in the same words at least this part is the source's; closely related languages stay below it. */
const maxSharedWords = 0.8;
const minWordsToShare = 8;

/** Whether the translation is the source itself, holds all of it, or has nearly no other words. */
export const checkEcho: Check = (subject) => {
  const source = listWords(subject.source);
  const isRepeated = isEcho(source, listWords(subject.translation)) || isEchoOfLabel(source, subject);
  if (!isRepeated || staysTheSame(subject)) return undefined;
  return {
    check: 'echo',
    message: 'The original was repeated instead of translated.',
    fault: 'The text was repeated instead of translated. Every sentence must be in the target language.',
  };
};

function isEcho(source: readonly string[], translation: readonly string[]): boolean {
  if (isNameLike(source)) return false;
  // Without spaces: not every language has them, and a model may add some.
  const [original, translated] = [source, translation].map((words) => words.join('').toLowerCase());
  if (translated?.includes(original ?? '') === true) return true;
  if (translation.length < minWordsToShare) return false;
  const known = new Set(source.map((word) => word.toLowerCase()));
  const shared = translation.filter((word) => known.has(word.toLowerCase()));
  return shared.length > translation.length * maxSharedWords;
}

/** A short text that is neither name nor title: several words, most of them small behind a capital, surely in the language that it is said to be in. */
function isEchoOfLabel(
  words: readonly string[],
  { source, translation, sourceLanguage, detect }: CheckSubject,
): boolean {
  if (words.length < 2 || source.trim() !== translation.trim() || !/^\p{Lu}/u.test(words[0] ?? ''))
    return false;
  if (words.filter((word) => /^\p{Ll}/u.test(word)).length < words.length / 2) return false;
  const { language, confidence } = detect(source);
  if (confidence <= confidentAbove) return false;
  return sourceLanguage === 'und' || isSameLanguage(language, sourceLanguage);
}

/** What is in the target language already, whatever was said to be its source, is right as it is; and another region or script may differ in nothing. */
function staysTheSame({ source, sourceLanguage, targetLanguage, detect }: CheckSubject): boolean {
  const [language, target] = [sourceLanguage, targetLanguage].map(getLanguageSubtag);
  if (language === target) return true;
  const found = detect(source);
  return found.confidence > confidentAbove && isSameLanguage(found.language, targetLanguage);
}
