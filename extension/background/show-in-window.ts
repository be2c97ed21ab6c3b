import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { getPanelName } from '../messages/view-name.ts';
import { sendJob } from './views.ts';

/** The same that the browser's own panel shows. */
const panelPage = 'extension/panel/panel.html';

/** Opens a small window with the translation of a job. */
export async function showInWindow(job: Job): Promise<void> {
  const id = await openSmallWindow(panelPage);
  if (id !== undefined) sendJob(getPanelName(id), job);
}

/** Opens a small window that asks for the permission to read the selection of that tab in any frame. */
export async function askForSites(tabId: number): Promise<void> {
  await openSmallWindow(`extension/all-sites/all-sites.html?tab=${tabId}`);
}

/** Opens a page of the extension in a small window; resolves to the window's id. */
export async function openSmallWindow(url: string): Promise<number | undefined> {
  const { id } = await browser.windows.create({ url, type: 'popup', width: 440, height: 360 });
  return id;
}
