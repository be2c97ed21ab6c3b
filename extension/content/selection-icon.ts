import { say } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';
import { createSvg } from '../view/create-svg.ts';
import type { Box } from './box.ts';
import { createStyleSheet } from './create-style-sheet.ts';
import iconStyle from './selection-icon.css?inline';
import { findClosest, getActiveElement } from './shadow-root.ts';

/** Two lines of text and the two that they become. */
const drawing = 'M2.5 3.5h7m-7 3h4M8 9.5h5.5M8 12.5h3.5';

/** The icon beside a selection: for the mouse alone, for whoever uses the keyboard has the shortcut and no use for one more stop. */
export class SelectionIcon {
  readonly #host = createElement('div', { id: 'dragoman-icon', popover: 'manual' });

  constructor(onClick: () => void) {
    const label = { title: say('translate'), ariaLabel: say('translate') };
    const button = createElement('button', { type: 'button', tabIndex: -1, ...label }, createSvg(drawing));
    const root = this.#host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [createStyleSheet(iconStyle)];
    root.append(button);
    // The selection and the focus stay where they are.
    button.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    button.addEventListener('click', (event) => {
      event.stopPropagation();
      this.hide();
      // A page may not ask for translations.
      if (event.isTrusted) onClick();
    });
  }

  /** Shows it at a place in the viewport. It moves with the page, for it stands on the page and not in the window. */
  show({ left, top }: Box): void {
    const { style } = this.#host;
    style.setProperty('--left', `${left + scrollX}px`);
    style.setProperty('--top', `${top + scrollY}px`);
    // All outside a modal dialog is inert, also what is in the top layer.
    const active = getActiveElement(document);
    const layer = active && findClosest(active, ':modal, :fullscreen');
    (layer ?? document.documentElement).append(this.#host);
    this.#host.showPopover();
  }

  hide(): void {
    this.#host.remove();
  }

  /** Whether an event is the icon's own. */
  isTarget({ target }: Event): boolean {
    return target === this.#host;
  }
}
