import overlayScript from '../content/overlay.ts?script&iife';
import { browser } from '../browser.ts';
import type { Job } from '../messages/background-message.ts';
import type { OverlayJob, OverlayWorld } from '../messages/overlay-world.ts';
import { getPanelName } from '../messages/view-name.ts';
import { loadSettings } from '../settings/settings.ts';
import { overlayStyle } from './overlay-style.ts';
import { runInPage } from './run-in-page.ts';
import { showInWindow } from './show-in-window.ts';
import { sendJob, takeHeldJob } from './views.ts';

/** Shows a job in a page. A page that turns out to let no script in, or to have no place for an overlay, gets a small window. */
export async function showInOverlay(tabId: number, job: Job): Promise<void> {
  const isShown = await injectOverlay(tabId, job);
  if (!isShown) await showInWindow(job);
}

async function injectOverlay(tabId: number, job: Job): Promise<boolean> {
  const target = { tabId };
  const { overlaySize: size } = await loadSettings();
  const left = { ...job, style: overlayStyle, ...(size && { size }) };
  const [isHtml] = await runInPage(target, leaveJob, left);
  if (isHtml !== true) return false;
  try {
    await browser.scripting.executeScript({ target, files: [overlayScript] });
    return true;
  } catch {
    // The tab went to another page meanwhile, or closed.
    return false;
  }
}

// This is the page's: the function is not run here.
declare const document: { documentElement: { namespaceURI: string | null } };

/** Returns whether the page can show HTML: an image on its own can't. */
function leaveJob(job: OverlayJob): boolean {
  (globalThis as OverlayWorld).dragomanJob = job;
  return document.documentElement.namespaceURI === 'http://www.w3.org/1999/xhtml';
}

/** Opens the browser's own panel. Must be called in the first synchronous step after a click: later the browsers refuse. */
export async function showInPanel(windowId: number, job: Job): Promise<void> {
  const name = getPanelName(windowId);
  const opening = browser.sidePanel ? browser.sidePanel.open({ windowId }) : browser.sidebarAction.open();
  sendJob(name, job);
  try {
    await opening;
  } catch {
    // Refused after all. A panel that was open already has taken the job.
    if (takeHeldJob(name)) await showInWindow(job);
  }
}
