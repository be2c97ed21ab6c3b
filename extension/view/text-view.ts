import { createElement } from './create-element.ts';
import type { TextPiece } from './get-text-pieces.ts';

/** The translation itself. What is there is only added to where possible, so that a selection in it survives while text streams in. */
export class TextView {
  readonly element = createElement('div', { className: 'text' });

  update(pieces: readonly TextPiece[], language: { tag: string; direction: string }): void {
    this.element.lang = language.tag;
    this.element.dir = language.direction;
    while (this.element.children.length > pieces.length) this.element.lastElementChild?.remove();
    for (const [index, piece] of pieces.entries()) {
      const shown = this.element.children[index] ?? this.element.appendChild(createElement('span'));
      shown.className = piece.isOld ? 'old' : '';
      updateText(shown, piece.text);
    }
  }
}

function updateText(element: Element, text: string): void {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (text.startsWith(node.data)) node.appendData(text.slice(node.data.length));
  else node.data = text;
}
