import overlayScript from '../content/overlay.ts?script&iife';
import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import { getPanelName } from '../messages/view-name.ts';
import { runInPage } from './run-in-page.ts';
import { getOverlayName, holdJob, sendJob } from './views.ts';

/** The panel's page; the small window shows the same one. */
const panelPage = 'extension/panel/panel.html';

/** Shows a job in a page. A page that turns out to let no script in gets a small window. */
export async function showInOverlay(tabId: number, job: Job): Promise<void> {
  const [isScriptable] = await runInPage({ tabId }, () => true);
  if (isScriptable) {
    // Held, not sent: the overlay that may be there already is about to be replaced.
    holdJob(getOverlayName(tabId), job);
    await browser.scripting.executeScript({ target: { tabId }, files: [overlayScript] });
  } else await showInWindow(job);
}

/** Opens the browser's own panel. Must be called in the first synchronous step after a click: later the browsers refuse. */
export async function showInPanel(windowId: number, job: Job): Promise<void> {
  const opening = browser.sidePanel ? browser.sidePanel.open({ windowId }) : browser.sidebarAction.open();
  sendJob(getPanelName(windowId), job);
  await opening;
}

/** Opens a small window. */
export async function showInWindow(job: Job): Promise<void> {
  const { id } = await browser.windows.create({
    url: panelPage,
    type: 'popup',
    width: 440,
    height: 360,
  });
  if (id !== undefined) sendJob(getPanelName(id), job);
}
