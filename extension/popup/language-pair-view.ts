import { say } from '../../shared/say.ts';
import { createIconButton } from '../view/create-icon.ts';
import { SourceSelect } from '../view/source-select.ts';
import type { ViewState } from '../view/view-state.ts';

export interface LanguagePairHandlers {
  /** A tag; empty: to be found out. */
  onSource: (tag: string) => void;
  onSwap: () => void;
}

/** The language of the text, and the button that exchanges it for the target; to stand before the target's picker. */
export class LanguagePairView {
  readonly elements: HTMLElement[];
  readonly #source: SourceSelect;
  readonly #swap = createIconButton('swap', say('swap'));

  constructor({ onSource, onSwap }: LanguagePairHandlers) {
    this.#source = new SourceSelect(onSource);
    this.#swap.addEventListener('click', onSwap);
    this.elements = [this.#source.element, this.#swap];
  }

  update(state: ViewState, canSwap: boolean): void {
    this.#source.update(state);
    this.#swap.hidden = state.languages.length === 0;
    this.#swap.disabled = !canSwap;
  }
}
