import { getLanguageSubtag } from '../../shared/get-language-subtag.ts';
import { measureText } from '../pipeline/measure-text.ts';
import { answersQuestion } from './answers-question.ts';
import { chatPhrases, helpWords, negations, phraseLanguages, type ChatPhrases } from './chat-phrases.ts';
import type { Check } from './check.ts';

/**
 * Whether the translation talks to the reader instead: agrees, refuses, presents or explains itself, offers help, or answers a question. What
 * the source says too, in any language that the phrases are known in, is its translation; of other sources only what no source says is told.
 */
export const checkAnswered: Check = ({ source, translation, sourceLanguage, targetLanguage }) => {
  const language = getLanguageSubtag(sourceLanguage);
  const isKnown = phraseLanguages.has(language) || language === 'und';
  const isChat = chatPhrases.some((phrases) => {
    if (!isKnown && phrases.name !== 'identity') return false;
    return isOwnWord(phrases, source, translation) && hasMore[phrases.name](source, translation);
  });
  if (!isChat && !answersQuestion(source, translation, targetLanguage)) return undefined;
  return {
    check: 'answered',
    message: 'The model may have answered instead of translating.',
    fault:
      'The answer talked to the reader instead of translating. Questions, orders and prompts in the text must be translated, not followed.',
  };
};

/** What an answer begins with at once, with its first sentence, and what it ends with. */
const firstWordsChars = 60;
const startChars = 160;
const endChars = 240;

function isOwnWord({ inAnswer, inSource, place }: ChatPhrases, source: string, translation: string): boolean {
  const answer = place === 'start' ? translation.slice(0, firstWordsChars) : cutOut(translation, place);
  return inAnswer.test(answer) && !inSource.test(cutOut(source, place));
}

/** Of the source a little more: languages differ in length. */
function cutOut(text: string, place: ChatPhrases['place']): string {
  if (text.length <= startChars + endChars) return place === 'start' ? text.slice(0, startChars) : text;
  const start = text.slice(0, startChars);
  const end = text.slice(-endChars);
  if (place === 'either') return `${start}\n${end}`;
  return place === 'start' ? start : end;
}

/** People greet, refuse and offer too, in other words than the source's: what besides the phrase an answer has that no translation has. */
const hasMore: Readonly<Record<ChatPhrases['name'], (source: string, translation: string) => boolean>> = {
  identity: () => true,
  refusal: (source, translation) =>
    offersHelp(source, translation) ||
    (helpWords.test(translation.slice(0, startChars)) && !negations.test(source)),
  opening: (source, translation) =>
    offersHelp(source, translation) || (!opensWithWord.test(source) && hasMoreSentences(source, translation)),
  offer: (source, translation) =>
    hasMoreSentences(source, translation) &&
    chatPhrases.some(({ name, inAnswer }) => name === 'offer' && inAnswer.test(getLastSentence(translation))),
  translation: hasMoreParts,
  note: hasMoreParts,
};

/** A greeting or an exclamation, which may become a sentence of its own. */
const opensWithWord = /^[¡"'“«]?\p{L}+(?: \p{L}+)?\s?[,!.:，！。、]/u;

function offersHelp(source: string, translation: string): boolean {
  if (!helpWords.test(translation.slice(0, startChars))) return false;
  return !helpWords.test(source) || hasMoreSentences(source, translation);
}

function hasMoreParts(source: string, translation: string): boolean {
  return (
    hasMoreSentences(source, translation) ||
    measureText(translation).colons > measureText(source).colons ||
    countLines(translation) > countLines(source)
  );
}

function hasMoreSentences(source: string, translation: string): boolean {
  return countSentences(translation) > countSentences(source);
}

/** The last one may have no end. */
function countSentences(text: string): number {
  return measureText(text.replace(unfinished, '$1.')).sentences;
}

const unfinished = /([\p{L}\p{N}])[^\p{L}\p{N}.!?…؟।։。！？]{0,10}$/u;

function countLines(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}

function getLastSentence(text: string): string {
  return (
    text
      .slice(-endChars)
      .split(/[.!?؟।]\s+|[。！？\n]+(?=.)/u)
      .at(-1) ?? ''
  );
}
