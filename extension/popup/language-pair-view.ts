import { say } from '../../shared/say.ts';
import { createIconButton } from '../view/create-icon.ts';
import { LanguageSelect } from '../view/language-select.ts';
import type { ViewState } from '../view/view-state.ts';

export interface LanguagePairHandlers {
  /** A tag; empty: to be found out. */
  onSource: (tag: string) => void;
  onSwap: () => void;
}

/** The language of the text, and the button that exchanges it for the target; to stand before the target's picker. */
export class LanguagePairView {
  readonly elements: HTMLElement[];
  readonly #source: LanguageSelect;
  readonly #swap = createIconButton('swap', say('swap'));

  constructor({ onSource, onSwap }: LanguagePairHandlers) {
    this.#source = new LanguageSelect({ label: say('sourceLanguage'), none: say('detect') }, onSource);
    this.#source.element.classList.add('source-language');
    this.#swap.addEventListener('click', onSwap);
    this.elements = [this.#source.element, this.#swap];
  }

  update(state: ViewState, canSwap: boolean): void {
    const { languages: choices, recent, source } = state;
    const list = { choices, recent };
    if (source === undefined) this.#source.update(list, '', describeSource(state));
    else this.#source.update(list, source);
    this.#swap.hidden = choices.length === 0;
    this.#swap.disabled = !canSwap;
  }
}

/** What the server found out; else that it is to do so. */
function describeSource({ languages, translation }: ViewState): string {
  const found = languages.find(({ tag }) => tag === translation.start?.source);
  return found ? say('detected', found.name) : say('detect');
}
