import type { TranslationWords } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import type { Buttons } from './choose-buttons.ts';
import { createElement } from './create-element.ts';
import { createIcon, createIconButton } from './create-icon.ts';
import { setText } from './set-text.ts';

/** How long the copy button says whether it worked. */
const copiedMs = 1500;

export interface StatusHandlers {
  /** Buttons of the view, before the others. */
  tools: readonly HTMLElement[];
  onStop: () => void;
  onRetry: () => void;
  /** Returns whether it worked. */
  onCopy: () => Promise<boolean>;
}

/** The quiet line under the text: where the translation stands, who translates, and what can be done with it. */
export class StatusBar {
  readonly element: HTMLElement;
  readonly #line = createElement('span', { className: 'line' });
  readonly #engine = createElement('span', { className: 'engine' });
  readonly #stop = createIconButton('stop', say('stop'));
  readonly #retry = createIconButton('retry', say('retry'));
  readonly #copy = createIconButton('copy', say('copy'));

  constructor({ tools, onStop, onRetry, onCopy }: StatusHandlers) {
    const status = createElement('p', { className: 'status-words' }, this.#line, this.#engine);
    const buttons = [...tools, this.#stop, this.#retry, this.#copy];
    this.element = createElement('div', { className: 'status' }, status, ...buttons);
    this.#stop.addEventListener('click', onStop);
    this.#retry.addEventListener('click', onRetry);
    this.#copy.addEventListener('click', () => {
      void this.#runCopy(onCopy);
    });
  }

  addTool(button: HTMLElement): void {
    this.#stop.before(button);
  }

  update(said: TranslationWords, can: Buttons): void {
    // A failure says its own line, larger.
    setText(this.#line, said.failure ? '' : said.line);
    setText(this.#engine, said.engine ?? '');
    this.#stop.hidden = !can.stop;
    this.#retry.hidden = !can.retry;
    this.#copy.hidden = !can.copy;
    this.element.hidden =
      said.failure !== undefined && said.engine === undefined && !Object.values(can).includes(true);
  }

  async #runCopy(copy: () => Promise<boolean>): Promise<void> {
    const isCopied = await copy();
    this.#copy.replaceChildren(createIcon(isCopied ? 'check' : 'alert'));
    this.#copy.title = isCopied ? say('copied') : say('copyFailed');
    setTimeout(() => {
      this.#copy.replaceChildren(createIcon('copy'));
      this.#copy.title = say('copy');
    }, copiedMs);
  }
}
