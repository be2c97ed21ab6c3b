/** Puts a text in the place of what is selected in the focused field or editor, so that its own undo takes it back. The page may refuse it. */
export function insertText(target: Document, text: string): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no successor: https://github.com/w3c/editing/issues/157
  target.execCommand('insertText', false, text);
}
