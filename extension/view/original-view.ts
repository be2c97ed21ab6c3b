import { say } from '../../shared/say.ts';
import { createElement } from './create-element.ts';
import { createIconButton } from './create-icon.ts';
import type { ViewState } from './view-state.ts';

/** The source text, under the translation or beside it, and the button that shows it. */
export class OriginalView {
  readonly element = createElement('div', { className: 'original', hidden: true });
  readonly button = createIconButton('original', say('original'));

  #isShown = false;

  /** `onToggle` is told of the reader's choice. */
  constructor(onToggle: (isShown: boolean) => void) {
    this.button.addEventListener('click', () => {
      onToggle(!this.#isShown);
    });
  }

  update({ text, source, translation, languages, showsOriginal }: ViewState): void {
    const tag = source ?? translation.start?.source ?? '';
    this.#isShown = showsOriginal;
    const language = languages.find((choice) => choice.tag === tag);
    if (this.element.textContent !== text) this.element.textContent = text;
    this.element.lang = tag === 'und' ? '' : tag;
    this.element.dir = language?.direction ?? 'auto';
    this.element.hidden = !showsOriginal || text === '';
    this.button.hidden = text === '';
    this.button.ariaPressed = String(showsOriginal);
  }
}
