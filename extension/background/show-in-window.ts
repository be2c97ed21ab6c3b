import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { getPanelName } from '../messages/view-name.ts';
import { sendJob } from './views.ts';

/** The same that the browser's own panel shows. */
const panelPage = 'extension/panel/panel.html';

/** Opens a small window with the translation of a job. */
export async function showInWindow(job: Job): Promise<void> {
  const id = await openWindow(panelPage);
  if (id !== undefined) sendJob(getPanelName(id), job);
}

/** Opens a small window that asks for the permission to read the selection of that tab in any frame. */
export async function askForSites(tabId: number): Promise<void> {
  await openWindow(`extension/all-sites/all-sites.html?tab=${tabId}`);
}

async function openWindow(url: string): Promise<number | undefined> {
  const { id } = await browser.windows.create({ url, type: 'popup', width: 440, height: 360 });
  return id;
}
