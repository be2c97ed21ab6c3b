import { browser } from '../browser.ts';
import { loadSettings } from './settings.ts';

/** Opens the server's page on which its user lets this extension in. */
export async function openPairingPage(): Promise<void> {
  const { server } = await loadSettings();
  await browser.tabs.create({ url: `http://${server}/pair` });
}
