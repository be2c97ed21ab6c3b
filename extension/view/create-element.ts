const html = 'http://www.w3.org/1999/xhtml';

/** Creates an element with properties and children; also in documents that are not HTML. Text goes in as text, never as markup. */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElementNS(html, tag) as HTMLElementTagNameMap[Tag];
  Object.assign(element, properties);
  element.append(...children);
  return element;
}
