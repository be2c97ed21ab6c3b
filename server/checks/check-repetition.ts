import type { Check } from './check.ts';
import { findLongestLoop } from './find-longest-loop.ts';

/** So often a short thing must follow itself to be a loop; a long one (of `longUnitChars`) half as often. */
const minRepeats = 6;
const longUnitChars = 18;

/** How often a sentence may come again, beyond what it does in the source. */
const maxSameSentences = 2;

/** Whether the translation goes round in circles, and the source does not: the same words over and over, or the same sentences. */
export const checkRepetition: Check = ({ source, translation }) => {
  if (!isLooping(translation, source) && !repeatsSentences(translation, source)) return undefined;
  return {
    check: 'repetition',
    message: 'The translation repeats itself.',
    fault: 'The translation repeated the same words over and over. Translate each sentence once, then stop.',
  };
};

function isLooping(translation: string, source: string): boolean {
  const loop = findLongestLoop(translation);
  if (loop.repeats < (loop.unitChars >= longUnitChars ? minRepeats / 2 : minRepeats)) return false;
  return loop.repeats > 1.5 * findLongestLoop(source).repeats;
}

/** Sentences shorter than this, such as exclamations and refrains, may come again. */
const minSentenceChars = 12;

function repeatsSentences(translation: string, source: string): boolean {
  const repeats = countMostRepeated(translation);
  return repeats > maxSameSentences && repeats > countMostRepeated(source) + 1;
}

function countMostRepeated(text: string): number {
  const counts = new Map<string, number>();
  let most = 0;
  for (const sentence of text.split(/[.!?。！？؟।…\n]+/)) {
    const key = sentence.trim().toLowerCase();
    if (key.length < minSentenceChars) continue;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}
