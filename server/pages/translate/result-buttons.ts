import { getElement } from '../get-element.ts';

const buttonNames = ['stop', 'go-on', 'retry', 'copy'] as const;

/** A button under a translation; also its element's id. */
export type ButtonName = (typeof buttonNames)[number];

/** Shows some of the buttons, hides the others. */
export function showButtons(isShown: Readonly<Record<ButtonName, boolean>>): void {
  const buttons = buttonNames.map((name) => getElement(name, HTMLButtonElement));
  const focused = buttons.find((button) => button === document.activeElement);
  for (const [index, name] of buttonNames.entries())
    buttons[index]?.toggleAttribute('hidden', !isShown[name]);
  // A button that goes away under a keyboard would send its reader back to the top of the page.
  if (focused?.hidden) buttons.find((button) => !button.hidden)?.focus();
}
