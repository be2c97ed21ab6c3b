import { getLanguage } from '../../shared/find-language.ts';

/** What lies in `storage.local`, as it is. */
export type StoredSettings = Record<string, unknown>;

/** Migration n makes version n + 1 of version n. One that has been released never changes again. */
const migrations: readonly ((stored: StoredSettings) => StoredSettings)[] = [addRecentLanguages];

/** The version that this build writes. */
export const settingsVersion = migrations.length;

/** The version of what is stored; the first extension wrote none, which counts as 0. */
export function getSettingsVersion({ version }: StoredSettings): number {
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 0;
}

/** What is stored, as this build would have stored it. Pure; what is newer than this build stays as it is. */
export function migrateSettings(stored: StoredSettings): StoredSettings {
  const version = getSettingsVersion(stored);
  if (version >= settingsVersion) return stored;
  const migrated = migrations.slice(version).reduce((before, migrate) => migrate(before), stored);
  return { ...migrated, version: settingsVersion };
}

/** Version 1 offers the last languages first; version 0 knew the last one. */
function addRecentLanguages(stored: StoredSettings): StoredSettings {
  const { target, recentLanguages } = stored;
  const last = typeof target === 'string' ? getLanguage(target)?.tag : undefined;
  if (last === undefined || recentLanguages !== undefined) return stored;
  return { ...stored, recentLanguages: [last] };
}
