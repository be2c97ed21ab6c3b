import { hasSitesPermission } from '../settings/sites-permission.ts';
import { chooseSelection } from './choose-selection.ts';
import { readFrames } from './read-frame.ts';

/** Where to read: the frame that was clicked in, or, without one, whichever frame has a selection. */
export interface SelectionPlace {
  tabId: number;
  frameId?: number | undefined;
}

/** What was read in a page. */
export interface PageText {
  /**
   * Empty where the browser lets no script in: a frame of another origin, a sandboxed frame, its own pages; undefined when it was not told of
   * such a frame, but the keyboard is there.
   */
  text: string | undefined;
  /** Whether there was a password instead, which nobody may read, whoever else offers it. */
  isSecret: boolean;
}

/** The selected text with its line breaks, from inside shadow roots, inputs and text areas too. */
export async function readSelection({ tabId, frameId }: SelectionPlace): Promise<PageText> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  const [frames, isWhole] = await Promise.all([readFrames(target, 'selection'), hasSitesPermission()]);
  const text = chooseSelection(frames, isWhole);
  return { text, isSecret: text === '' && frames.some(({ isSecret }) => isSecret) };
}
