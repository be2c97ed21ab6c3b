import type { LanguageChoice } from '../messages/background-message.ts';
import { createElement } from './create-element.ts';
import { createIcon } from './create-icon.ts';
import { getLanguageName } from './get-language-name.ts';
import { groupLanguages, type LanguageGroup } from './group-languages.ts';
import { setText } from './set-text.ts';

/** What a picker offers; `recent` are the tags of what it offers first. */
export interface LanguageList {
  choices: readonly LanguageChoice[];
  recent: readonly string[];
}

/** What a picker is for. */
export interface LanguageSelectOptions {
  label: string;
  /** What its first entry is called, which stands for no language; left out: there is none. */
  none?: string;
}

/**
 * A picker of a language: the browser's own list under a name and an arrow. The list lies invisibly over them, because
 * its closed form would be as wide as its widest entry.
 */
export class LanguageSelect {
  readonly element: HTMLElement;
  readonly #name = createElement('span');
  readonly #select: HTMLSelectElement;
  readonly #none: string | undefined;
  #choices: readonly LanguageChoice[] = [];

  constructor({ label, none }: LanguageSelectOptions, onChoose: (tag: string) => void) {
    this.#none = none;
    this.#select = createElement('select', { ariaLabel: label });
    const arrow = createIcon('chevron');
    this.element = createElement('span', { className: 'language' }, this.#name, arrow, this.#select);
    this.#select.addEventListener('change', () => {
      onChoose(this.#select.value);
    });
  }

  /** `chosen`: a tag, or empty; `name`: what is shown for it, if not its own name. */
  update({ choices, recent }: LanguageList, chosen: string, name = getLanguageName(choices, chosen)): void {
    if (choices !== this.#choices) this.#fill({ choices, recent });
    this.#choices = choices;
    if (this.#select.value !== chosen) this.#select.value = chosen;
    this.element.hidden = choices.length === 0;
    setText(this.#name, name);
  }

  #fill({ choices, recent }: LanguageList): void {
    const none = this.#none === undefined ? [] : [createElement('option', { value: '' }, this.#none)];
    this.#select.replaceChildren(...none, ...groupLanguages(choices, recent).flatMap(createGroup));
  }
}

/** Options under a heading, if there is one. */
function createGroup({ label, choices }: LanguageGroup): HTMLElement[] {
  const options = choices.map(createLanguageOption);
  return label === '' ? options : [createElement('optgroup', { label }, ...options)];
}

/** A language in a list: its name, and its own where that differs. */
export function createLanguageOption({ tag, name, own }: LanguageChoice): HTMLOptionElement {
  const label = name === own ? name : `${name} – ${own}`;
  return createElement('option', { value: tag }, label);
}
