import { browser } from '../browser.ts';
import { loadSettings } from '../settings/settings.ts';
import { findSiteRule } from '../settings/site-rules.ts';
import { readSelection } from './read-selection.ts';

/**
 * What is selected in the page under the popup, which the click on the toolbar button, or its shortcut, lets the extension read. Empty where it
 * may not, and on sites of which the reader wants nothing taken unasked.
 */
export async function takeSelection(): Promise<string> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return '';
  const { siteRules } = await loadSettings();
  if (findSiteRule(siteRules, tab.url) === 'never') return '';
  const { text = '' } = await readSelection({ tabId: tab.id });
  return text.trim();
}
