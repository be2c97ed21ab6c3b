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

/**
 * Puts what shows overlays into a page, while others still find out what to show: the click is to be answered at once. Returns whether the
 * browser let it in.
 */
export async function prepareOverlay(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({
      target: { tabId },
      files: [overlayScript],
      // A page that goes on loading for minutes has text to read by now.
      injectImmediately: true,
    });
    return true;
  } catch {
    return false;
  }
}

/** Shows a job in a page. A page that turns out to let no script in, or to have no place for an overlay, gets a small window. */
export async function showInOverlay(
  tabId: number,
  job: Job,
  prepared = prepareOverlay(tabId),
): Promise<void> {
  const [{ overlaySize: size }, isPrepared] = await Promise.all([loadSettings(), prepared]);
  // Chromium may have granted the right to the page a moment too late for the first.
  const isReady = isPrepared || (await prepareOverlay(tabId));
  const left = { ...job, style: overlayStyle, ...(size && { size }) };
  const [isShown] = isReady ? await runInPage({ tabId }, showJob, left) : [];
  if (isShown !== true) await showInWindow(job);
}

// This is the page's: the function is not run here.
declare const document: { documentElement: { namespaceURI: string | null } };

/** Returns whether it is shown: an image on its own can show no HTML, and a tab may have gone to another page meanwhile. */
function showJob(job: OverlayJob): boolean {
  const isHtml = document.documentElement.namespaceURI === 'http://www.w3.org/1999/xhtml';
  // An element of the page that has this id can be seen here too, but is no property of its own.
  if (!isHtml || !Object.hasOwn(globalThis, 'dragomanOverlays')) return false;
  (globalThis as OverlayWorld).dragomanOverlays?.show(job);
  return true;
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
