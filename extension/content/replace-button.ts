import { isComplete } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import { getTranslatedText } from '../../shared/translation-state.ts';
import { createIconButton } from '../view/create-icon.ts';
import type { ViewState } from '../view/view-state.ts';
import type { Replaceable } from './find-replaceable.ts';

/** Puts the translation in the place of the text; is there once that is whole, and while the text stands as it was. */
export class ReplaceButton {
  readonly element = createIconButton('replace', say('replace'));
  readonly #replaceable: Replaceable;
  #text = '';

  /** `onDone` is told whether the page let it. */
  constructor(replaceable: Replaceable, onDone: (isReplaced: boolean) => void) {
    this.#replaceable = replaceable;
    this.element.hidden = true;
    this.element.addEventListener('click', () => {
      const isReplaced = replaceable.isThere() && replaceable.replace(this.#text);
      this.element.hidden = !replaceable.isThere();
      onDone(isReplaced);
    });
  }

  update(state: ViewState): void {
    const isWhole = isComplete(state);
    if (isWhole) this.#text = getTranslatedText(state.translation);
    this.element.hidden = !isWhole || !this.#replaceable.isThere();
  }
}
