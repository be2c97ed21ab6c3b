import { loadSettings } from '../settings/settings.ts';
import { findSite } from '../settings/site-rules.ts';
import { openSmallWindow } from './show-in-window.ts';
import type { Trigger } from './translate-selection.ts';

/** What was asked for on sites that are ruled out, by the tab, until the reader has decided. */
const held = new Map<number, Trigger>();

/** Where the reader has ruled a site out, says so in a small window that offers to go on. Resolves to whether that was so. */
export async function refuseSite(tabId: number, url: string | undefined, trigger: Trigger): Promise<boolean> {
  const { siteRules } = await loadSettings();
  const site = findSite(siteRules, url);
  if (site?.rule !== 'never' || trigger.isAllowed === true) return false;
  held.set(tabId, trigger);
  const query = new URLSearchParams({ tab: String(tabId), host: site.host });
  await openSmallWindow(`extension/refused-site/refused-site.html?${String(query)}`);
  return true;
}

/** What was asked for there, now allowed. What the background forgot when it was ended is whatever is selected. */
export function takeRefused(tabId: number): Trigger {
  const trigger = held.get(tabId) ?? { byKeyboard: true };
  held.delete(tabId);
  return { ...trigger, isAllowed: true };
}
