import type { TranslationWords } from '../../shared/describe-translation.ts';
import { createElement } from './create-element.ts';
import { findSentenceEnd } from './find-sentence-end.ts';

/** What there is to say. */
export interface Announcement {
  /** Tells attempts apart: a new one is read from its beginning. */
  key: string | undefined;
  text: string;
  language: string;
  words: TranslationWords;
}

const ends: ReadonlySet<string> = new Set(['complete', 'incomplete', 'stopped', 'failed', 'blocked']);

/** Reads a translation to screen readers while it comes: whole sentences, when they are complete, and how it ended. */
export class Announcer {
  readonly element = createElement('div', { className: 'visually-hidden', ariaLive: 'polite' });
  #key: string | undefined;
  #saidChars = 0;
  #saidState = '';

  update({ key, text, language, words }: Announcement): void {
    if (key !== this.#key) this.#begin(key);
    const isEnd = ends.has(words.state);
    // Inside a run of changes that replace the text, what was said stays said.
    const end = isEnd ? text.length : findSentenceEnd(text, this.#saidChars, language);
    if (end > this.#saidChars) this.#say(text.slice(this.#saidChars, end), language);
    this.#saidChars = Math.max(end, this.#saidChars);
    if (isEnd && words.state !== this.#saidState) this.#sayEnd(words);
    this.#saidState = words.state;
  }

  /** Says a sentence of the interface. */
  say(sentence: string): void {
    this.#say(sentence, 'en');
  }

  #sayEnd({ line, failure }: TranslationWords): void {
    this.say([line, failure?.advice ?? ''].join(' '));
  }

  #begin(key: string | undefined): void {
    this.#key = key;
    this.#saidChars = 0;
    this.#saidState = '';
    this.element.replaceChildren();
  }

  #say(text: string, lang: string): void {
    this.element.append(createElement('p', { lang }, text));
  }
}
