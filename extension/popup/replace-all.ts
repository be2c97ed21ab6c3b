import { insertText } from '../view/insert-text.ts';

/** Puts another text in the place of all that is in a text box, so that the box's own undo takes it back. */
export function replaceAll(box: HTMLTextAreaElement, text: string): void {
  if (box.value === text) return;
  const focused = document.activeElement;
  // The command works where the focus is.
  box.focus();
  box.select();
  insertText(document, text);
  // Browsers may refuse it, or take it for several lines.
  if (box.value !== text) box.value = text;
  if (focused instanceof HTMLElement) focused.focus();
}
