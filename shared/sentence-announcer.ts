import type { SegmentState } from './segment-state.ts';
import type { TranslationState } from './translation-state.ts';

/** One a language: making one costs more than using it. */
const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Cuts a running translation into what a screen reader shall say: whole sentences, each once, in the order of the text. Text that
 * still grows would be read out again with every word. Drafts are left out, and so is a sentence that never came to its end.
 */
export class SentenceAnnouncer {
  /** The first segment that has not been said to its end. */
  #segment = 0;
  /** How many of its sentences were said. */
  #said = 0;
  /** How many were found in its attempt, and the text up to the end of the last: what comes after is all that has to be looked at. */
  #found = 0;
  #foundText = '';

  /** The sentences that have become whole since the last call. `language`: BCP 47 tag of the translation. */
  takeNew({ segments }: TranslationState, language: string): string[] {
    const fresh: string[] = [];
    for (const segment of segments.slice(this.#segment)) {
      // What an earlier run translated was said then.
      if (!segment.isKept) fresh.push(...this.#findNew(segment, language));
      if (segment.status === undefined) break;
      this.#segment += 1;
      this.#said = 0;
      this.#forgetAttempt();
    }
    return fresh;
  }

  #findNew({ shown, attempt, status }: SegmentState, language: string): string[] {
    if (status === undefined && attempt === 0) return [];
    if (!shown.startsWith(this.#foundText)) this.#forgetAttempt();
    const rest = cutSentences(shown.slice(this.#foundText.length), language);
    // Only what follows shows that a sentence is over.
    const whole = status === undefined ? rest.slice(0, -1) : rest;
    this.#foundText += whole.join('');
    const sentences = whole.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
    // A later attempt begins anew, but nobody wants to hear its first sentences twice.
    const fresh = sentences.slice(Math.max(this.#said - this.#found, 0));
    this.#found += sentences.length;
    this.#said = Math.max(this.#said, this.#found);
    return fresh;
  }

  #forgetAttempt(): void {
    this.#found = 0;
    this.#foundText = '';
  }
}

function cutSentences(text: string, language: string): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
