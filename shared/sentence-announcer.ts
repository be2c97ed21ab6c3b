import type { SegmentState, TranslationState } from './translation-state.ts';

/**
 * Cuts a running translation into what a screen reader shall say: whole sentences, each once, in the order of the text. Text that
 * still grows would be read out again with every word. Drafts are left out, and so is a sentence that never came to its end.
 */
export class SentenceAnnouncer {
  /** The first segment that has not been said to its end. */
  #segment = 0;
  /** How many of its sentences were said. */
  #said = 0;

  /** The sentences that have become whole since the last call. `language`: BCP 47 tag of the translation. */
  takeNew({ segments }: TranslationState, language: string): string[] {
    const fresh: string[] = [];
    for (const segment of segments.slice(this.#segment)) {
      const sentences = findWholeSentences(segment, language);
      fresh.push(...sentences.slice(this.#said));
      // A later attempt begins anew, but nobody wants to hear its first sentences twice.
      this.#said = Math.max(this.#said, sentences.length);
      if (segment.status === undefined) break;
      this.#segment += 1;
      this.#said = 0;
    }
    return fresh;
  }
}

function findWholeSentences({ shown, attempt, status }: SegmentState, language: string): string[] {
  if (status === undefined && attempt === 0) return [];
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences = [...segmenter.segment(shown)].map(({ segment }) => segment.trim());
  // Only what follows shows that a sentence is over.
  const whole = status === undefined ? sentences.slice(0, -1) : sentences;
  return whole.filter((sentence) => sentence !== '');
}
