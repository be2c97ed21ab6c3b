import { readNumbers, writeInAscii } from '../../../server/checks/read-numbers.ts';
import { chatAnswers } from './chat-answers.ts';

/** A sentence and its translation, before or after a fault was planted. */
export interface SentencePair {
  source: string;
  translation: string;
  sourceLanguage: string;
  targetLanguage: string;
}

/** What goes wrong with models. */
export const faultKinds = [
  'swapped language',
  'dropped number',
  'lost URL',
  'echo',
  'loop',
  'answer',
  'answer in the target language',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A pair with which number it has among those that are planted, from 0, and the same sentence in all languages. */
export interface PlantingPlace {
  pair: SentencePair;
  index: number;
  inLanguage: (tag: string) => string;
}

/** Plants a fault; undefined where the sentence has no place for it. Pure: the index decides what varies. */
export type PlantFault = (place: PlantingPlace) => SentencePair | undefined;

const otherLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'pl',
  'cs',
  'ru',
  'uk',
  'ar',
  'fa',
  'zh',
  'ja',
  'ko',
  'tr',
  'vi',
  'hi',
];

const addresses = [
  'https://example.com/articles/2024/05?id=17&lang=en#top',
  'http://www.example.org',
  'www.example.net/news',
  'https://xn--e1afmkfd.example/wiki/%D0%9F',
  'press@example.com',
];

/** What loops are made of: the last words, so many, and how often they come again. */
const loops = [
  { words: 1, times: 12 },
  { words: 2, times: 8 },
  { words: 3, times: 6 },
  { words: 6, times: 4 },
  { words: 12, times: 4 },
  { words: Infinity, times: 3 },
];

export const plantFault: Readonly<Record<FaultKind, PlantFault>> = {
  'swapped language': ({ pair, index, inLanguage }) => {
    const { sourceLanguage, targetLanguage } = pair;
    // Into the source language it would be an echo.
    const others = otherLanguages.filter((tag) => tag !== sourceLanguage && tag !== targetLanguage);
    return { ...pair, translation: inLanguage(others[index % others.length] ?? 'en') };
  },
  'dropped number': ({ pair, index }) => {
    const numbers = listSharedNumbers(pair);
    const dropped = numbers[index % numbers.length];
    if (dropped === undefined) return undefined;
    return { ...pair, translation: dropNumber(writeInAscii(pair.translation), dropped) };
  },
  'lost URL': ({ pair, index }) => ({ ...pair, source: `${pair.source} ${pick(addresses, index)}` }),
  echo: ({ pair }) => ({ ...pair, translation: pair.source }),
  loop: ({ pair, index }) => {
    const { words, times } = pick(loops, index);
    return { ...pair, translation: pair.translation + repeatEnd(pair.translation, words, times) };
  },
  answer: ({ pair, index }) => ({ ...pair, translation: pick(chatAnswers, index) }),
  'answer in the target language': ({ pair, index }) => {
    const answers = chatAnswers.filter((answer) => isIn(answer, pair.targetLanguage));
    return answers.length === 0 ? undefined : { ...pair, translation: pick(answers, index) };
  },
};

function pick<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T;
}

/** Numbers in figures on both sides. */
function listSharedNumbers({ source, translation }: SentencePair): string[] {
  const kept = new Set(readNumbers(writeInAscii(translation)).map(({ digits }) => digits));
  return readNumbers(writeInAscii(source))
    .map(({ digits }) => digits)
    .filter((digits) => digits.length > 0 && kept.has(digits));
}

/** Every time it is there: a number that is said twice may go once. */
function dropNumber(text: string, dropped: string): string {
  const tokens = readNumbers(text).filter(({ digits }) => digits === dropped);
  return tokens.reduceRight(
    (rest, { end, written }) => rest.slice(0, end - written.length) + rest.slice(end),
    text,
  );
}

function repeatEnd(text: string, words: number, times: number): string {
  const isSpaced = text.includes(' ') && !/[\p{sc=Han}\p{sc=Thai}]/u.test(text);
  const separator = isSpaced ? ' ' : '';
  const pieces = isSpaced
    ? text.split(' ')
    : [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  const end = separator + pieces.slice(isSpaced ? -words : -3 * words).join(separator);
  return end.repeat(times);
}

/** By what is only in that language's answers here. */
function isIn(answer: string, tag: string): boolean {
  return answerLanguages[tag]?.test(answer) ?? false;
}

const answerLanguages: Readonly<Record<string, RegExp>> = {
  en: /\b(?:the|you|I'd|I)\b/,
  es: /\b(?:siento|aquí|Como modelo de lenguaje)\b/,
  pt: /\b(?:não|você)\b/,
  fr: /\b(?:suis|Bien sûr)/,
  de: /\b(?:mir leid|Gerne|Als KI)\b/,
  it: /Mi dispiace/,
  pl: /Przykro/,
  cs: /Omlouvám/,
  ru: /Извините|Конечно/,
  uk: /Вибачте/,
  he: /מצטער/,
  ar: /عذر/,
  zh: /抱歉|好的|作为/,
  ja: /申し訳|もちろん/,
  ko: /죄송/,
};
