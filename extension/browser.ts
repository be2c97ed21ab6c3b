import type { Browser } from 'webextension-polyfill';

/** What only Chromium has. */
interface ChromiumOnly {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly dom?: { openOrClosedShadowRoot(element: object): object | null };
}

declare const chrome: Browser & ChromiumOnly;

/**
 * The browser's interface. Both browsers have it as `chrome`, with promises; Chromium has no `browser` of its own in the world of a
 * content script, where a page could put an element of that name in its place.
 */
export const browser = chrome;

/** Whether the extension was removed or updated under this script, which lives on without it in Chromium. */
export function isOrphaned(): boolean {
  return (browser as Partial<Browser>).runtime?.id === undefined;
}
