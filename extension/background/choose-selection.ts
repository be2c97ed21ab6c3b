/** What a frame says of its selection. */
export interface FrameSelection {
  text: string;
  /** Where the keyboard is, seen from the frame: in it, in a frame inside it, or elsewhere. */
  keyboard: 'here' | 'inside' | 'elsewhere';
}

/**
 * The selection that is meant: every frame may have kept one from before, so that of the frame with the keyboard wins. Frames come outer ones
 * first. Undefined when there is none to be read, as when the keyboard is in a frame that lets no script in; empty when nothing is
 * selected. Pure.
 */
export function chooseSelection(frames: readonly FrameSelection[]): string | undefined {
  const selected = frames.filter(({ text }) => text.trim() !== '');
  const isKnown = frames.some(({ keyboard }) => keyboard === 'here');
  if (!isKnown && frames.some(({ keyboard }) => keyboard === 'inside')) return undefined;
  const meant = selected.find(({ keyboard }) => keyboard === 'here') ?? selected[0] ?? frames[0];
  return meant?.text;
}
