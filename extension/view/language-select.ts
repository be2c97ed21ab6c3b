import { words } from '../../shared/words.ts';
import type { LanguageChoice } from '../messages/background-message.ts';
import { createElement } from './create-element.ts';
import { createIcon } from './create-icon.ts';
import { groupLanguages, type LanguageGroup } from './group-languages.ts';

/** What a picker offers; `recent` are the tags of what it offers first. */
export interface LanguageList {
  choices: readonly LanguageChoice[];
  recent: readonly string[];
}

/**
 * A picker of the target language: the browser's own list under a name and an arrow. The list lies invisibly over them, because
 * its closed form would be as wide as its widest entry.
 */
export class LanguageSelect {
  readonly element: HTMLElement;
  readonly #name = createElement('span');
  readonly #select = createElement('select', { ariaLabel: words.targetLanguage });
  #choices: readonly LanguageChoice[] = [];

  constructor(onChoose: (tag: string) => void) {
    const arrow = createIcon('chevron');
    this.element = createElement('span', { className: 'language' }, this.#name, arrow, this.#select);
    this.#select.addEventListener('change', () => {
      onChoose(this.#select.value);
    });
  }

  update({ choices, recent }: LanguageList, target: string): void {
    if (choices !== this.#choices)
      this.#select.replaceChildren(...groupLanguages(choices, recent).flatMap(createGroup));
    this.#choices = choices;
    if (this.#select.value !== target) this.#select.value = target;
    this.element.hidden = choices.length === 0;
    this.#name.textContent = choices.find(({ tag }) => tag === target)?.english ?? target;
  }
}

/** Options under a heading, if there is one. */
function createGroup({ label, choices }: LanguageGroup): HTMLElement[] {
  const options = choices.map(createLanguageOption);
  return label === '' ? options : [createElement('optgroup', { label }, ...options)];
}

/** A language in a list: its English name, and its own where that differs. */
export function createLanguageOption({ tag, english, own }: LanguageChoice): HTMLOptionElement {
  const label = english === own ? english : `${english} – ${own}`;
  return createElement('option', { value: tag }, label);
}
