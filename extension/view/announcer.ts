import type { TranslationWords } from '../../shared/describe-translation.ts';
import { SentenceAnnouncer } from '../../shared/sentence-announcer.ts';
import type { TranslationState } from '../../shared/translation-state.ts';
import { createElement } from './create-element.ts';

/** What there is to say. */
export interface Announcement {
  /** Tells attempts apart: a new one is read from its beginning. */
  key: string | undefined;
  translation: TranslationState;
  /** BCP 47 tag of the translation. */
  language: string;
  words: TranslationWords;
}

const ends: ReadonlySet<string> = new Set(['complete', 'incomplete', 'stopped', 'failed', 'blocked']);

/** Reads a translation to screen readers while it comes: whole sentences, when they are complete, and how it ended. */
export class Announcer {
  readonly element = createElement('div', { className: 'visually-hidden', ariaLive: 'polite' });
  #key: string | undefined;
  #sentences = new SentenceAnnouncer();
  #saidState = '';
  /** Once is enough, however the wait goes on. */
  #isWaitSaid = false;

  update({ key, translation, language, words }: Announcement): void {
    if (key !== this.#key) this.#begin(key);
    for (const sentence of this.#sentences.takeNew(translation, language)) this.#say(sentence, language);
    if (words.isWait && !this.#isWaitSaid) this.say(words.line);
    this.#isWaitSaid ||= words.isWait === true;
    if (ends.has(words.state) && words.state !== this.#saidState) this.#sayEnd(words);
    this.#saidState = words.state;
  }

  /** Says a sentence of the interface. */
  say(sentence: string): void {
    this.#say(sentence, 'en');
  }

  #sayEnd({ line, failure }: TranslationWords): void {
    this.say([line, failure?.advice ?? ''].join(' ').trim());
  }

  #begin(key: string | undefined): void {
    this.#key = key;
    this.#sentences = new SentenceAnnouncer();
    this.#saidState = '';
    this.#isWaitSaid = false;
    this.element.replaceChildren();
  }

  #say(text: string, lang: string): void {
    this.element.append(createElement('p', { lang }, text));
  }
}
