/** What a frame says of its selection. */
export interface FrameSelection {
  text: string;
  /** Whether the frame, or one inside it, has the keyboard. */
  isFocused: boolean;
}

/**
 * The selection that is meant: every frame may have kept one from before, so the innermost of those that have the keyboard wins. Frames come
 * outer ones first. Undefined when there is none, empty when nothing is selected. Pure.
 */
export function chooseSelection(frames: readonly FrameSelection[]): string | undefined {
  const selected = frames.filter(({ text }) => text.trim() !== '');
  const meant = selected.findLast(({ isFocused }) => isFocused) ?? selected[0] ?? frames[0];
  return meant?.text;
}
