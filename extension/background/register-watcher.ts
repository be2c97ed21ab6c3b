import watcherScript from '../content/selection-watcher.ts?script&iife';
import { browser } from '../browser.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { allSites, hasSitesPermission } from '../settings/sites-permission.ts';

const watcher = {
  id: 'selection-watcher',
  js: [watcherScript],
  matches: allSites,
  allFrames: true,
  // Before the page's own scripts, some of which keep its events for themselves.
  runAt: 'document_start' as const,
};

let lastRun = Promise.resolve();

/**
 * Has the browser run the script that watches selections in every page, as long as the reader has switched on what needs it and allows it, and
 * else in none. The browser keeps that when it is closed, but not over an update. May be called at any time and any number of times; one after the
 * other, for the browser refuses to register what is there already.
 */
export function registerWatcher(): Promise<void> {
  lastRun = lastRun.then(register, register);
  return lastRun;
}

async function register(): Promise<void> {
  const { iconAtSelection, translateAtOnce } = await loadSettings();
  const isWanted = (iconAtSelection || translateAtOnce) && (await hasSitesPermission());
  const { length } = await browser.scripting.getRegisteredContentScripts({ ids: [watcher.id] });
  const isRegistered = length > 0;
  if (!isWanted && isRegistered) await browser.scripting.unregisterContentScripts({ ids: [watcher.id] });
  if (!isWanted || isRegistered) return;
  await browser.scripting.registerContentScripts([watcher]);
  await runInOpenTabs();
}

/** So that the reader need not load anew what they are reading. */
async function runInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const targets = tabs.flatMap(({ id }) => (id === undefined ? [] : { tabId: id, allFrames: true }));
  // Refused by the browser's own pages, and by tabs that have closed.
  await Promise.allSettled(
    targets.map((target) => browser.scripting.executeScript({ target, files: watcher.js })),
  );
}

/** Once the permission is gone, everything that needs it is off, and stays off until it is switched on again. */
export async function forgetWatcher(): Promise<void> {
  const { iconAtSelection, translateAtOnce } = await loadSettings();
  if (await hasSitesPermission()) return;
  // What was never on needs no note.
  if (iconAtSelection || translateAtOnce)
    await saveSettings({ iconAtSelection: false, translateAtOnce: false });
  await registerWatcher();
}
