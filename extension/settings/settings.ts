import { getLanguage } from '../../shared/find-language.ts';
import { browser } from '../browser.ts';
import { parseServerAddress } from './parse-server-address.ts';

/** All that the extension keeps, in `storage.local`. */
export interface Settings {
  /** BCP 47 tag of the language to translate into; empty until the reader chose one: the browser's own. */
  target: string;
  /** Host and port of the server. */
  server: string;
  /** The server's token; empty when it has none. */
  token: string;
}

const defaultServer = '127.0.0.1:9000';
const keys: (keyof Settings)[] = ['target', 'server', 'token'];

/** The settings as they are now. What makes no sense counts as not set: `target` is always a tag, `server` a host with port. */
export async function loadSettings(): Promise<Settings> {
  const { target, server, token } = await readStorage();
  return {
    target: getLanguage(String(target))?.tag ?? getBrowserLanguage(),
    server: parseServerAddress(String(server)) ?? defaultServer,
    token: typeof token === 'string' ? token : '',
  };
}

async function readStorage(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    // A damaged profile: it can still translate.
    return {};
  }
}

/** Keeps what changed. */
export async function saveSettings(changed: Partial<Settings>): Promise<void> {
  await browser.storage.local.set(changed);
}

function getBrowserLanguage(): string {
  return getLanguage(browser.i18n.getUILanguage())?.tag ?? 'en';
}
