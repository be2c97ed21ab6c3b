import { createElement } from './create-element.ts';

/** Fills a small page, which has no room for a title, but says one to those who look for headings. */
export function showMain(...children: Node[]): void {
  const title = createElement('h1', { className: 'visually-hidden' }, document.title);
  document.body.append(createElement('main', {}, title, ...children));
}
