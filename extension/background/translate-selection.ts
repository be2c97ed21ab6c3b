import type { Menus, Tabs } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { decidePlace, type Place } from './decide-place.ts';
import { readSelection } from './read-selection.ts';
import { askForSites, showInWindow } from './show-in-window.ts';
import { showInOverlay, showInPanel } from './show-job.ts';

/** What the browser told of a click in the menu; of the shortcut it tells nothing. */
export type Trigger = Partial<Pick<Menus.OnClickData, 'pageUrl' | 'frameId' | 'selectionText'>> & {
  byKeyboard?: boolean;
};

/**
 * Translates what is selected in a tab. The panel is opened in the first synchronous step, or the browser refuses; so it gets the menu's
 * own text, but where a panel is needed no script may read a better one anyway.
 */
export async function translateSelection(trigger: Trigger, tab: Tabs.Tab): Promise<void> {
  const menuText = trigger.selectionText?.trim() ?? '';
  const { id: tabId, windowId, incognito: isPrivate } = tab;
  const place = getPlace(trigger, tab);
  if (place === 'panel' && windowId !== undefined) {
    await showInPanel(windowId, { text: menuText, isPrivate });
  } else if (place === 'overlay' && tabId !== undefined) {
    await translateInPage(tabId, trigger, { text: menuText, isPrivate });
  } else {
    await showInWindow({ text: menuText, isPrivate });
  }
}

async function translateInPage(tabId: number, trigger: Trigger, byMenu: Job): Promise<void> {
  const { frameId, byKeyboard = false } = trigger;
  const selected = (await readSelection({ tabId, frameId }))?.trim();
  if (selected === undefined && byMenu.text === '') await askForSites(tabId);
  else await showInOverlay(tabId, { ...byMenu, text: selected || byMenu.text, byKeyboard });
}

function getPlace({ pageUrl }: Trigger, { url }: Tabs.Tab): Place {
  return decidePlace({
    tabUrl: url,
    pageUrl,
    browser: 'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium',
    hasPanel: 'sidePanel' in browser || 'sidebarAction' in browser,
  });
}
