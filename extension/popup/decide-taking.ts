/** What is in the text box, and where it came from. */
export interface TextBox {
  draft: string;
  /** What was taken last from a page; empty: nothing. */
  taken: string;
  /** What the reader had there before; empty: nothing. */
  earlier: string;
}

/**
 * The text box of a popup that opens over a selection, which takes its place there. What the reader wrote is kept to be brought back; what was taken
 * from a page before, and not changed since, is nothing they would miss. Pure.
 */
export function decideTaking(box: TextBox, selected: string): TextBox {
  const { draft, taken, earlier } = box;
  if (selected.trim() === '' || selected.trim() === draft.trim()) return box;
  const isOwn = draft.trim() !== '' && draft !== taken;
  return { draft: selected, taken: selected, earlier: isOwn ? draft : earlier };
}
