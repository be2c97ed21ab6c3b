/** What a frame says of its selection. */
export interface FrameSelection {
  text: string;
  /** Where the keyboard is, seen from the frame: in it, in a frame inside it, or elsewhere. */
  keyboard: 'here' | 'inside' | 'elsewhere';
}

/**
 * The selection that is meant: every frame may have kept one from before, so that of the frame with the keyboard wins. Frames come outer ones
 * first. Undefined when it may be in a frame that lets no script in, for there the keyboard is; with `isWhole` every frame is there, though the
 * one with the keyboard may not know it yet. Empty when nothing is selected. Pure.
 */
export function chooseSelection(frames: readonly FrameSelection[], isWhole = false): string | undefined {
  const isKnown = frames.some(({ keyboard }) => keyboard === 'here');
  const isInside = !isKnown && frames.some(({ keyboard }) => keyboard === 'inside');
  if (isInside && !isWhole) return undefined;
  const possible = isInside ? frames.filter(({ keyboard }) => keyboard !== 'inside') : frames;
  const selected = possible.filter(({ text }) => text.trim() !== '');
  const meant = selected.find(({ keyboard }) => keyboard === 'here') ?? selected[0] ?? possible[0];
  return meant?.text ?? '';
}
