import { browser } from '../browser.ts';
import { chooseLanguages } from './choose-languages.ts';
import {
  getSettingsVersion,
  migrateSettings,
  settingsVersion,
  type StoredSettings,
} from './migrate-settings.ts';
import { settingsSchema, type Settings } from './settings-schema.ts';

const keys = [...Object.keys(settingsSchema.shape), 'version'];

/** The settings as they are now, each with a value that makes sense. */
export async function loadSettings(): Promise<Settings> {
  const stored = settingsSchema.parse(migrateSettings(await readStorage()));
  return { ...stored, ...chooseLanguages(stored, await browser.i18n.getAcceptLanguages()) };
}

async function readStorage(): Promise<StoredSettings> {
  try {
    return await browser.storage.local.get(keys);
  } catch {
    // A damaged profile: it can still translate.
    return {};
  }
}

/**
 * Keeps what changed, and returns whether it did: what a newer version of the extension has written stays as it is, for it may mean something
 * else there. All that makes no sense is left alone, too. `others`: what else must be kept together with it, or not at all.
 */
export async function saveSettings(changed: Partial<Settings>, others: object = {}): Promise<boolean> {
  const stored = await browser.storage.local.get(keys);
  if (getSettingsVersion(stored) > settingsVersion) return false;
  const migrated = Object.entries(migrateSettings(stored)).filter(([key, value]) => stored[key] !== value);
  await browser.storage.local.set({ ...Object.fromEntries(migrated), ...changed, ...others });
  return true;
}
