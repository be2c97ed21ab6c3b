import { say } from '../../shared/say.ts';
import { createElement } from './create-element.ts';
import { createIconButton } from './create-icon.ts';
import type { ViewState } from './view-state.ts';

/** The source text, under the translation or beside it, and the button that shows it. */
export class OriginalView {
  readonly element = createElement('div', { className: 'original', hidden: true });
  readonly button = createIconButton('original', say('original'));
  #text = '';
  #isShown = false;

  /** `onToggle` is told of the reader's choice. */
  constructor(onToggle: (isShown: boolean) => void) {
    this.button.addEventListener('click', () => {
      onToggle(!this.#isShown);
    });
  }

  update({ text, source, translation, languages, showsOriginal }: ViewState): void {
    const tag = source ?? translation.start?.source ?? '';
    const language = languages.find((choice) => choice.tag === tag);
    this.#isShown = showsOriginal;
    // Reading it back from the page would take longer the longer it is.
    if (text !== this.#text) this.element.textContent = text;
    this.#text = text;
    const lang = tag === 'und' ? '' : tag;
    const dir = language?.direction ?? 'auto';
    if (this.element.lang !== lang) this.element.lang = lang;
    if (this.element.dir !== dir) this.element.dir = dir;
    this.element.hidden = !showsOriginal || text === '';
    this.button.hidden = text === '';
    this.button.ariaPressed = String(showsOriginal);
  }
}
