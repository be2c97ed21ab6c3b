import type { Menus, Tabs } from 'webextension-polyfill';
import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { decidePlace, type Place } from './decide-place.ts';
import { decideSource, type ClickFacts } from './decide-source.ts';
import { readField, readLink } from './read-clicked.ts';
import { readSelection, type PageText } from './read-selection.ts';
import { refuseSite } from './refused-triggers.ts';
import { askForSites, showInWindow } from './show-in-window.ts';
import { prepareOverlay, showInOverlay, showInPanel } from './show-job.ts';

/** What the browser told of a click in the menu; of the shortcut it tells nothing. */
export type Trigger = ClickFacts &
  Partial<Pick<Menus.OnClickData, 'pageUrl' | 'frameId' | 'linkText'>> & {
    byKeyboard?: boolean;
    /** The reader wants it on a site that they have ruled out. */
    isAllowed?: boolean;
  };

/**
 * Translates what is selected in a tab, or what was clicked there. The panel is opened in the first synchronous step, or the browser refuses;
 * so it gets the menu's own text, but where a panel is needed no script may read a better one anyway.
 */
export async function translateSelection(trigger: Trigger, tab: Tabs.Tab): Promise<void> {
  // Only Firefox tells the text of a link.
  const menuText = (trigger.selectionText?.trim() || trigger.linkText?.trim()) ?? '';
  const { id: tabId, windowId, incognito: isPrivate } = tab;
  const place = getPlace(trigger, tab);
  if (place === 'panel' && windowId !== undefined) {
    await showInPanel(windowId, { text: menuText, isPrivate });
  } else if (place === 'overlay' && tabId !== undefined) {
    const isRefused = await refuseSite(tabId, tab.url, trigger);
    if (!isRefused) await translateInPage(tabId, trigger, { text: menuText, isPrivate });
  } else {
    await showInWindow({ text: menuText, isPrivate });
  }
}

async function translateInPage(tabId: number, trigger: Trigger, byMenu: Job): Promise<void> {
  const { byKeyboard = false } = trigger;
  const prepared = prepareOverlay(tabId);
  const { text, isSecret } = await readText(tabId, trigger);
  const menuText = isSecret ? '' : byMenu.text;
  if (text === undefined && menuText === '') await askForSites(tabId);
  else await showInOverlay(tabId, { ...byMenu, text: text?.trim() || menuText, byKeyboard }, prepared);
}

async function readText(tabId: number, trigger: Trigger): Promise<PageText> {
  const { frameId, linkUrl = '' } = trigger;
  const source = decideSource(trigger);
  if (source === 'link') return { text: await readLink({ tabId, frameId }, linkUrl), isSecret: false };
  return source === 'field' ? readField({ tabId, frameId }) : readSelection({ tabId, frameId });
}

function getPlace({ pageUrl }: Trigger, { url }: Tabs.Tab): Place {
  return decidePlace({
    tabUrl: url,
    pageUrl,
    browser: 'getBrowserInfo' in browser.runtime ? 'firefox' : 'chromium',
    hasPanel: 'sidePanel' in browser || 'sidebarAction' in browser,
  });
}
