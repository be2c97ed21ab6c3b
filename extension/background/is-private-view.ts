import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';

/** Whether a view is in a private window, of which nothing may be kept. Asked when its reader has just done something in it. */
export async function isPrivateView({ sender }: Runtime.Port): Promise<boolean> {
  // Popup and panel are in no tab, but in the window that is used.
  const { incognito } = sender?.tab ?? (await browser.windows.getLastFocused());
  return incognito;
}
