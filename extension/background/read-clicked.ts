import { readFrames } from './read-frame.ts';
import type { PageText } from './read-selection.ts';
import { runInPage } from './run-in-page.ts';

/** The frame that was clicked in. */
interface ClickedFrame {
  tabId: number;
  frameId?: number | undefined;
}

/** The text of the link to that address that was clicked; empty where no script may look for it, and where the link shows no text. */
export async function readLink({ tabId, frameId = 0 }: ClickedFrame, url: string): Promise<string> {
  const [text = ''] = await runInPage({ tabId, frameIds: [frameId] }, readFrameLink, url);
  return text;
}

/** All that is written in the field that was clicked; empty where no script may read it, and always for a password. */
export async function readField({ tabId, frameId = 0 }: ClickedFrame): Promise<PageText> {
  const [{ text, isSecret } = { text: '', isSecret: false }] = await readFrames(
    { tabId, frameIds: [frameId] },
    'field',
  );
  return { text, isSecret };
}

// These are the page's: the function is not run here.
interface PageElement {
  shadowRoot: { activeElement: PageElement | null } | null;
  closest(selector: string): PageElement | null;
  href?: string;
  innerText?: string;
}
declare const document: { activeElement: PageElement | null; links: Iterable<PageElement> };

function readFrameLink(url: string): string {
  // The click gave the focus to its link, of several to that address.
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const links = [focused?.closest('a'), ...document.links];
  const texts = links.map((link) => (link?.href === url && link.innerText) || '');
  return texts.find((text) => text.trim() !== '') ?? '';
}
