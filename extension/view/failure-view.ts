import type { ActionName, FailureWords } from '../../shared/describe-obstacle.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { say, type MessageName } from '../../shared/say.ts';
import { createElement } from './create-element.ts';

const actionLabels: Record<ActionName, MessageName> = {
  retry: 'retry',
  'go-on': 'goOn',
  pair: 'pair',
  allow: 'allow',
  options: 'openOptions',
  reload: 'reload',
  setup: 'setUp',
};

/** What went wrong or must be done first: a sentence, what to do, the number to compare when pairing, and one button. */
export class FailureView {
  readonly element: HTMLElement;
  readonly #line = createElement('p', { className: 'failure-line' });
  readonly #advice = createElement('p', { className: 'failure-advice' });
  readonly #code = createElement('p', { className: 'pairing-code' });
  readonly #button = createElement('button', { type: 'button', className: 'button' });
  #action: ActionName | undefined;

  constructor(onAction: (action: ActionName) => void) {
    this.element = createElement(
      'div',
      { className: 'failure', hidden: true },
      this.#line,
      this.#code,
      this.#advice,
      this.#button,
    );
    // In this very turn of the event: what the button does may need the click's permission.
    this.#button.addEventListener('click', () => {
      if (this.#action) onAction(this.#action);
    });
  }

  update(failure: FailureWords | undefined, obstacle: Obstacle | undefined): void {
    this.element.hidden = failure === undefined;
    if (!failure) return;
    this.#action = failure.action;
    this.#line.textContent = failure.line;
    this.#advice.textContent = failure.advice ?? '';
    this.#code.textContent = obstacle?.kind === 'pairing' ? formatCode(obstacle.code) : '';
    this.#button.dataset['action'] = failure.action ?? '';
    this.#button.hidden = failure.action === undefined;
    this.#button.textContent = failure.action ? say(actionLabels[failure.action]) : '';
  }
}

/** Two groups of three are easier to compare. */
function formatCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
