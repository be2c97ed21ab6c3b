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
declare const document: { hasFocus(): boolean };

function readFrameSelection(): FrameSelection {
  return { text: getSelection()?.toString() ?? '', isFocused: document.hasFocus() };
}
