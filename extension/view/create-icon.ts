import { createElement } from './create-element.ts';
import { createSvg } from './create-svg.ts';

/** Lines on a grid of 16 by 16, drawn in the colour of the text around them. */
const icons = {
  chevron: 'M4.5 6.5 8 10l3.5-3.5',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 5.5h7V13H6zM3.5 10.5v-8h7',
  check: 'm3.5 8.5 3 3 6-7',
  stop: 'M4 4h8v8H4z',
  retry: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5V5h-2.5',
  swap: 'M2.5 5.5h11L11 3M13.5 10.5h-11L5 13',
  alert: 'M8 2.5 14 13H2zM8 6.5v3m0 1.5v.5',
  pin: 'M6 2.5h4m-3 0v4l-2 3h6l-2-3v-4m-1 7v4',
  size: 'm12.5 6-6.5 6.5m6.5-2.5-2.5 2.5',
  original: 'M2.5 4h11M2.5 7h11m-11 3h7m-7 3h5',
  speak: 'M2.5 6v4H5l3.5 3V3L5 6zM11 5.5a3.5 3.5 0 0 1 0 5m2-7a6.5 6.5 0 0 1 0 9',
  replace: 'M9 3.5h4.5V8M13 4 7.5 9.5M11.5 10v3.5h-9v-9H6',
  window: 'M2.5 3.5h11v9h-11zm0 3h11',
} as const;

export type IconName = keyof typeof icons;

/** An icon; what it means must be said beside it, for it is hidden from screen readers. */
export function createIcon(name: IconName): SVGSVGElement {
  const icon = createSvg(icons[name]);
  icon.setAttribute('class', 'icon');
  return icon;
}

/** A small button that shows the icon of its action and says `label`. */
export function createIconButton(action: IconName, label: string): HTMLButtonElement {
  const properties = { type: 'button', className: 'icon-button', title: label, ariaLabel: label } as const;
  const button = createElement('button', properties, createIcon(action));
  button.dataset['action'] = action;
  return button;
}
