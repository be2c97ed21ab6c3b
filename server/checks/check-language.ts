import { describeLanguage } from '../../shared/find-language.ts';
import { findMainScript, type Script } from '../languages/find-main-script.ts';
import { confidentAbove } from '../languages/detector.ts';
import { findChineseScript } from '../languages/find-chinese-script.ts';
import { getScript } from '../../shared/get-script.ts';
import { isSameLanguage } from '../../shared/is-same-language.ts';
import { isRankedLanguage } from '../languages/rank-languages.ts';
import type { Check, CheckSubject, Finding } from './check.ts';
import { isNameLike } from './is-name-like.ts';
import { listWords } from './list-words.ts';

/** Whether the translation is in the target language and in its script. Names and words that the source has too prove nothing. */
export const checkLanguage: Check = (subject) => {
  const { targetLanguage } = subject;
  const own = removeSourceWords(subject);
  if (hasWrongScript(own, targetLanguage) || hasWrongChinese(subject.translation, targetLanguage))
    return describe(targetLanguage, 'The translation is not in the script of the target language.');
  const isWrong =
    subject.translation.length < minWholeChars
      ? isShortInOtherLanguage(subject, own)
      : takeSamples(subject.translation).some((text) => findOtherLanguage(text, subject) !== undefined);
  return isWrong ? describe(targetLanguage, 'The translation is not in the target language.') : undefined;
};

function describe(tag: string, message: string): Finding {
  const fault = `The translation must be written in ${describeLanguage(tag)} and in nothing else.`;
  return { check: 'language', message, fault };
}

function removeSourceWords({ source, translation }: CheckSubject): string {
  const known = new Set(listWords(source));
  return listWords(translation)
    .filter((word) => !known.has(word))
    .join(' ');
}

/** Scripts as `findMainScript` names them. */
const mainScripts: Readonly<Record<string, readonly Script[]>> = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Kana', 'Hani'],
  Kore: ['Hang', 'Hani'],
};

/** A few letters more or less are a name. */
const minLetters = 6;
const minShare = 0.6;

function hasWrongScript(text: string, target: string): boolean {
  const expected = getScript(target);
  const main = findMainScript(text);
  if (expected === undefined || main === undefined || main.share < minShare) return false;
  const weight = main.script === 'Hani' || main.script === 'Kana' || main.script === 'Hang' ? 3 : 1;
  if (main.letters * weight < minLetters) return false;
  return !(mainScripts[expected] ?? [expected]).includes(main.script);
}

/** Only where the target says which: `zh` leaves it open. */
function hasWrongChinese(text: string, target: string): boolean {
  const expected = getScript(target);
  if (expected !== 'Hans' && expected !== 'Hant') return false;
  const found = findChineseScript(text);
  return found !== undefined && found !== expected;
}

/** From here on a text is judged as it is. */
const minWholeChars = 50;
/** The detector reads no more than this; of a longer text the end is looked at too, since a model may slip into another language. */
const sampleChars = 400;

function takeSamples(translation: string): string[] {
  if (translation.length < 2 * sampleChars) return [translation];
  return [translation.slice(0, sampleChars), translation.slice(-sampleChars)];
}

/** A few words are judged by those that the source has not said, or when all of them are in its language; and a name by both at once. */
function isShortInOtherLanguage(subject: CheckSubject, own: string): boolean {
  const { translation, sourceLanguage } = subject;
  const ofOwn = findOtherLanguage(own, subject);
  if (isNameLike(listWords(translation))) return ofOwn !== undefined && isSameLanguage(ofOwn, sourceLanguage);
  return (
    ofOwn !== undefined || isSameLanguage(findOtherLanguage(translation, subject) ?? 'und', sourceLanguage)
  );
}

/** The language that a text is in with confidence, if it isn't the target language. */
function findOtherLanguage(text: string, subject: CheckSubject): string | undefined {
  const { sourceLanguage, targetLanguage } = subject;
  const { language, confidence } = subject.detect(text);
  if (confidence <= confidentAbove || isSameLanguage(language, targetLanguage)) return undefined;
  if (areTakenForEachOther(language, targetLanguage)) return undefined;
  // Of a language the detector doesn't know it may take the words for another's, but hardly for English.
  const isSure =
    isRankedLanguage(targetLanguage) || (language === 'en' && isSameLanguage(sourceLanguage, language));
  return isSure ? language : undefined;
}

function areTakenForEachOther(a: string, b: string): boolean {
  return [a, b].every((tag) => ['id', 'ms'].includes(tag));
}
