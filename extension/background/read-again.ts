import { browser } from '../browser.ts';
import { isReadAgain } from '../messages/read-again-message.ts';
import { takeRefused } from './refused-triggers.ts';
import { translateSelection } from './translate-selection.ts';

/** Once the reader has allowed all sites: translates what they had selected before they were asked. */
export async function readAgain(message: unknown): Promise<void> {
  if (!isReadAgain(message)) return;
  const tab = await browser.tabs.get(message.tabId);
  // Back from the window that asked: which frame has the keyboard tells which selection is meant.
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
  const trigger = message.isRefused === true ? takeRefused(message.tabId) : { byKeyboard: true };
  await translateSelection(trigger, tab);
}
