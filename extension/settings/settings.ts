import { getLanguage } from '../../shared/find-language.ts';
import { browser } from '../browser.ts';

/** All that the extension keeps, in `storage.local`. */
export interface Settings {
  /** BCP 47 tag of the language to translate into; empty until the reader chose one: the browser's own. */
  target: string;
  /** Host and port of the server. */
  server: string;
  /** The server's token; empty when it has none. */
  token: string;
}

const defaultSettings: Settings = { target: '', server: '127.0.0.1:9000', token: '' };

/** The settings as they are now; `target` is always a tag. */
export async function loadSettings(): Promise<Settings> {
  const stored = (await browser.storage.local.get({ ...defaultSettings })) as unknown as Settings;
  return { ...stored, target: stored.target || getBrowserLanguage() };
}

/** Keeps what changed. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changed);
}

function getBrowserLanguage(): string {
  return getLanguage(browser.i18n.getUILanguage())?.tag ?? 'en';
}
