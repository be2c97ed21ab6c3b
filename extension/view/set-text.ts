/** Gives an element that text, unless it has it: a text that is set is laid out again, though it be the same. */
export function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
