import { browser } from '../browser.ts';

/**
 * Every web page. Needed only where the browser's leave for the current tab doesn't reach: in frames of other sites, and for what happens
 * before a click or a shortcut.
 */
export const allSites = ['*://*/*'];

/** Whether the reader has allowed it. */
export async function hasSitesPermission(): Promise<boolean> {
  return await browser.permissions.contains({ origins: allSites });
}

/** Asks the reader. Must be the first thing that a click handler calls: after any `await` the browser refuses. */
export async function requestSitesPermission(): Promise<boolean> {
  return await browser.permissions.request({ origins: allSites });
}
