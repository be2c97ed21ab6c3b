import polyfill, { type Browser } from 'webextension-polyfill';

/** What only Chromium has. */
interface ChromiumOnly {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly dom?: { openOrClosedShadowRoot(element: object): object | null };
}

/** The browser's interface, the same in both browsers; what only Chromium has passes through. */
export const browser: Browser & ChromiumOnly = polyfill;

/** Whether the extension was removed or updated under this script, which lives on without it in Chromium. */
export function isOrphaned(): boolean {
  return (browser as Partial<Browser>).runtime?.id === undefined;
}
