/** An overlay, as far as Escape is concerned. */
export interface Closable {
  readonly isPinned: boolean;
  readonly hasFocus: boolean;
}

/** Which of the overlays Escape closes, the newest last: the one with the focus, else the newest that isn't pinned. Pure. */
export function chooseClosed<Overlay extends Closable>(overlays: readonly Overlay[]): Overlay | undefined {
  return overlays.find(({ hasFocus }) => hasFocus) ?? overlays.findLast(({ isPinned }) => !isPinned);
}
