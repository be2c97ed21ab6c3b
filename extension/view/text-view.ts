import { createElement } from './create-element.ts';
import type { TextPiece } from './get-text-pieces.ts';
import { TextParts, type TextPart } from './text-parts.ts';

/** The translation itself. What is there is only added to where possible, so that a selection in it survives while text streams in. */
export class TextView {
  readonly element = createElement('div', { className: 'text' });
  readonly #parts = new TextParts();
  #shown: { part: TextPart; element: HTMLElement }[] = [];

  update(pieces: readonly TextPiece[], { tag, direction }: { tag: string; direction: string }): void {
    if (this.element.lang !== tag) this.element.lang = tag;
    if (this.element.dir !== direction) this.element.dir = direction;
    const parts = this.#parts.list(pieces);
    for (const { element } of this.#shown.splice(parts.length)) element.remove();
    this.#shown = parts.map((part, index) => {
      const { part: before, element } = this.#shown[index] ?? this.#begin();
      if (part !== before) updatePart(element, before, part);
      return { part, element };
    });
  }

  #begin(): { part: TextPart; element: HTMLElement } {
    const element = this.element.appendChild(createElement('span'));
    return { part: { text: '', className: '' }, element };
  }
}

function updatePart(element: HTMLElement, before: TextPart, { text, className }: TextPart): void {
  if (className !== before.className) element.className = className;
  const node = element.firstChild;
  if (!(node instanceof Text) || !text.startsWith(before.text)) element.textContent = text;
  else if (text.length > before.text.length) node.appendData(text.slice(before.text.length));
}
