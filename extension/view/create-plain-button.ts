import { createElement } from './create-element.ts';

/** A button with a border and nothing else, for what a page offers beside its main button. `action`: what it does, in one word. */
export function createPlainButton(action: string, label: string): HTMLButtonElement {
  const button = createElement('button', { type: 'button', className: 'plain-button' }, label);
  button.dataset['action'] = action;
  return button;
}
