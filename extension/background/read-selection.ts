import { hasSitesPermission } from '../settings/sites-permission.ts';
import { chooseSelection, type FrameSelection } from './choose-selection.ts';
import { runInPage } from './run-in-page.ts';

/** Where to read: the frame that was clicked in, or, without one, whichever frame has a selection. */
export interface SelectionPlace {
  tabId: number;
  frameId?: number | undefined;
}

/**
 * The selected text with its line breaks, from inside shadow roots, inputs and text areas too. Empty where the browser lets no script in:
 * a frame of another origin, a sandboxed frame, its own pages; undefined when it was not told of such a frame, but the keyboard is there.
 */
export async function readSelection({ tabId, frameId }: SelectionPlace): Promise<string | undefined> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  return chooseSelection(await runInPage(target, readFrameSelection), await hasSitesPermission());
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
