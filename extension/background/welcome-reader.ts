import type { Runtime } from 'webextension-polyfill';
import { browser } from '../browser.ts';

const welcomePage = 'extension/welcome/welcome.html';

/** Within one life of the background. */
let isOpening = false;

/** Opens the page that sets everything up: when the extension is new here, and once, however often the browser says so. */
export async function welcomeReader({
  reason,
}: Pick<Runtime.OnInstalledDetailsType, 'reason'>): Promise<void> {
  if (reason !== 'install' || isOpening) return;
  isOpening = true;
  const { isWelcomed } = await browser.storage.local.get('isWelcomed');
  if (isWelcomed === true) return;
  await browser.storage.local.set({ isWelcomed: true });
  await openWelcomePage();
}

/** Opens it again, for whoever lacks something of it. */
export async function openWelcomePage(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(welcomePage) });
}
