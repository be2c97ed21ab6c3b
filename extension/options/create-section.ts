import { say } from '../../shared/say.ts';
import { createElement } from '../view/create-element.ts';

/** A part of the page under a heading of its own. */
export interface Section {
  /** Of its element; its heading has `<id>-title`. */
  id: string;
  title: string;
  children: Node[];
}

export function createSection({ id, title, children }: Section): HTMLElement {
  const heading = createElement('h2', { id: `${id}-title` }, title);
  // A link to it brings the keyboard along.
  const section = createElement('section', { id, className: 'section', tabIndex: -1 }, heading, ...children);
  section.setAttribute('aria-labelledby', heading.id);
  return section;
}

/** Links to the sections, in their order. */
export function createContents(sections: readonly Section[]): HTMLElement {
  const links = sections.map(({ id, title }) =>
    createElement('li', {}, createElement('a', { href: `#${id}` }, title)),
  );
  const list = createElement('ul', {}, ...links);
  return createElement('nav', { className: 'contents', ariaLabel: say('onThisPage') }, list);
}

/** A few words under a heading. */
export function createAdvice(text: string): HTMLElement {
  return createElement('p', { className: 'note' }, text);
}
