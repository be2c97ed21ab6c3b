import { say } from '../../shared/say.ts';
import { copyText } from '../view/copy-text.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';

/** A command for a terminal, with a button that copies it. */
export class CommandView {
  readonly element: HTMLElement;
  readonly #code = createElement('code');
  readonly #copy = createPlainButton('copy-command', say('copy'));
  readonly #said = createElement('span', { className: 'visually-hidden', role: 'status' });

  constructor() {
    this.element = createElement('div', { className: 'command' }, this.#code, this.#copy, this.#said);
    this.#copy.addEventListener('click', () => void this.#run());
    this.update(undefined);
  }

  update(command: string | undefined): void {
    this.element.hidden = command === undefined;
    this.#code.textContent = command ?? '';
    this.#copy.textContent = say('copy');
    this.#copy.ariaLabel = say('copyCommand');
    this.#said.textContent = '';
  }

  async #run(): Promise<void> {
    const said = (await copyText(this.#code.textContent)) ? say('copied') : say('copyFailed');
    this.#copy.textContent = said;
    this.#said.textContent = said;
  }
}
