import type { Browser } from 'webextension-polyfill';

/** What only Chromium has. */
export interface ChromiumOnly {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly dom?: { openOrClosedShadowRoot(element: object): object | null };
}

type NativeBrowser = Pick<Browser, 'i18n' | 'runtime' | 'storage'> & ChromiumOnly;

/**
 * As much of the browser's interface as the script in pages needs, which must be small and so does without the polyfill. In Chromium's world of
 * a content script there may be no `browser`, and then an element of the page that has this id stands in its place; a property of the global
 * object itself is no element.
 */
const world = globalThis as unknown as { browser: NativeBrowser; chrome: NativeBrowser };
export const nativeBrowser = Object.hasOwn(world, 'browser') ? world.browser : world.chrome;

/** Whether the extension was removed or updated under this script, which lives on without it in Chromium. */
export function isOrphaned(): boolean {
  return (nativeBrowser as Partial<NativeBrowser>).runtime?.id === undefined;
}
