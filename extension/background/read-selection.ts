import { chooseSelection, type FrameSelection } from './choose-selection.ts';
import { runInPage } from './run-in-page.ts';

/** Where to read: the frame that was clicked in, or, without one, whichever frame has a selection. */
export interface SelectionPlace {
  tabId: number;
  frameId?: number | undefined;
}

/**
 * The selected text with its line breaks, from inside shadow roots, inputs and text areas too. Undefined where the browser lets no script
 * in: frames of another origin, sandboxed frames, its own pages.
 */
export async function readSelection({ tabId, frameId }: SelectionPlace): Promise<string | undefined> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  return chooseSelection(await runInPage(target, readFrameSelection));
}

// These are the page's: the function is not run here.
declare function getSelection(): { toString(): string } | null;
declare const document: { hasFocus(): boolean; activeElement: { localName: string } | null };

function readFrameSelection(): FrameSelection {
  const text = getSelection()?.toString() ?? '';
  // The frames around the one with the keyboard say that they have it too.
  if (!document.hasFocus()) return { text, keyboard: 'elsewhere' };
  const focused = document.activeElement?.localName;
  return { text, keyboard: focused === 'iframe' || focused === 'frame' ? 'inside' : 'here' };
}
