import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { findMainScript } from '../languages/find-main-script.ts';
import { getScript } from '../../shared/get-script.ts';
import { hasNothingToTranslate } from '../languages/has-nothing-to-translate.ts';
import { measureText } from '../pipeline/measure-text.ts';
import type { Check } from './check.ts';

/** How many characters a language needs for what takes one in English, without white space: geometric means over FLORES-200 (odd lines). */
const lengths: Readonly<Record<string, number>> = {
  ar: 0.89,
  cs: 0.97,
  de: 1.18,
  el: 1.22,
  en: 1,
  es: 1.21,
  fa: 0.93,
  fr: 1.19,
  he: 0.79,
  hi: 0.97,
  it: 1.19,
  ja: 0.53,
  ko: 0.47,
  nl: 1.17,
  pl: 1.11,
  pt: 1.07,
  ru: 1.13,
  sv: 1.02,
  th: 1.15,
  tr: 1.07,
  uk: 1.05,
  vi: 0.99,
  zh: 0.41,
};

/** The same for scripts, for all other languages and for texts whose language isn't known. */
const scriptLengths: Readonly<Record<string, number>> = {
  Hans: 0.41,
  Hant: 0.41,
  Hani: 0.41,
  Jpan: 0.53,
  Kana: 0.53,
  Kore: 0.47,
  Hang: 0.47,
  Latn: 1.12,
  Arab: 0.9,
  Hebr: 0.8,
};

/** Of a language whose own length isn't known, the result is trusted less. */
const doubt = 0.2;

/** English characters that both sides are taken to be longer: one word has no typical ratio. */
const smoothing = 10;

/** Not even an abbreviation that is written out becomes longer. */
const maxLonger = 1.35;

/** Where sentences are missing too, a translation that is shorter than this is cut; people join sentences, but don't shorten them so. */
const maxShorterByCut = 0.25;

const shorter: ReturnType<Check> = {
  check: 'ratio',
  message: 'The translation is much shorter than the original.',
  fault: 'The translation is much shorter than the text: something is missing. Translate all of it.',
};

/**
 * Whether the translation is about as long as translations between the two languages are. The limits are logarithms; the longer the text, the
 * more its sentences even out. A thousandth of FLORES-200 comes near them.
 */
export const checkRatio: Check = ({ source, translation, sourceLanguage, targetLanguage }) => {
  const from = getLength(sourceLanguage, source);
  const to = getLength(targetLanguage, translation);
  const sourceChars = countChars(source) / from.length;
  const ratio = Math.log((countChars(translation) / to.length + smoothing) / (sourceChars + smoothing));
  const tolerance = from.doubt + to.doubt;
  const isShort = ratio < -(0.6 + 15 / (sourceChars + smoothing) + tolerance);
  const isCut =
    ratio < -(maxShorterByCut + tolerance) && hasFewerSentences(source, translation, targetLanguage);
  if (isShort || isCut || isWordless(source, translation)) return shorter;
  if (ratio <= Math.min(maxLonger, 0.5 + 20 / (sourceChars + smoothing)) + tolerance) return undefined;
  return {
    check: 'ratio',
    message: 'The translation is much longer than the original.',
    fault:
      'The translation is much longer than the text: something was added. Give the translation only, once.',
  };
};

/** Languages that write no signs between sentences. */
const withoutEnds = new Set(['th', 'lo', 'km', 'my', 'bo', 'dz']);

/** Shorter ones may have abbreviations instead of sentences. */
const minCutChars = 30;

function hasFewerSentences(source: string, translation: string, target: string): boolean {
  const { sentences } = measureText(source);
  if (sentences < 2 || source.length < minCutChars || withoutEnds.has(getLanguageSubtag(target)))
    return false;
  return measureText(translation).sentences < sentences;
}

/** Dots, signs and pictures are no translation of words. */
function isWordless(source: string, translation: string): boolean {
  return !/[\p{L}\p{N}]/u.test(translation) && !hasNothingToTranslate(source);
}

/** How much of a text shows its script. */
const sampleChars = 500;

function getLength(tag: string, text: string): { length: number; doubt: number } {
  const language = getLanguageSubtag(tag);
  const length = lengths[language];
  if (length !== undefined) return { length, doubt: 0 };
  const script = getScript(tag) ?? findMainScript(text.slice(0, sampleChars))?.script ?? '';
  return { length: scriptLengths[script] ?? 1, doubt };
}

function countChars(text: string): number {
  return text.length - (text.match(/\s/g)?.length ?? 0);
}
