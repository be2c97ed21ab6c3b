import * as z from 'zod/mini';
import { historyEntrySchema, type HistoryEntry } from '../history/history-entry.ts';
import { migrateSettings, settingsVersion, type StoredSettings } from '../settings/migrate-settings.ts';
import { settingsSchema, type Settings } from '../settings/settings-schema.ts';

/** What says that a file is one of these. */
const format = 'dragoman-backup';

const headSchema = z.object({ format: z.literal(format) });

const newerSchema = z.object({ version: z.number().check(z.gt(settingsVersion)) });

const fileSchema = z.object({
  format: z.literal(format),
  /** The version of the settings; see migrate-settings.ts. */
  version: z.int().check(z.minimum(0)),
  /** As they are stored. */
  settings: z.record(z.string(), z.unknown()),
  history: z.optional(z.array(historyEntrySchema)),
});

/** The settings as they are stored; what isn't set is absent. */
export type BackupSettings = Partial<Settings>;

/** What a backup holds, as this build would have stored it. */
export interface Backup {
  settings: BackupSettings;
  history: HistoryEntry[];
}

/** What of the reader's secrets goes along. */
export interface BackupChoices {
  withHistory: boolean;
  withToken: boolean;
}

/** Why a file can't be imported. */
export type BackupFault = { kind: 'foreign' } | { kind: 'newer' } | { kind: 'damaged'; where: string };

/** A backup of what is stored, as a file's text. Pure. */
export function writeBackup(
  stored: StoredSettings,
  history: readonly HistoryEntry[],
  { withHistory, withToken }: BackupChoices,
): string {
  const migrated = migrateSettings(stored);
  const { token, ...rest } = pickSet(settingsSchema.parse(migrated), migrated);
  const settings = { ...rest, ...(withToken && token !== undefined && { token }) };
  const file = { format, version: settingsVersion, settings, ...(withHistory && { history }) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What a file holds, or why it can't be imported. What is older is brought to the version of this build; nothing is guessed. Pure. */
export function readBackup(text: string): Backup | BackupFault {
  const file = parseJson(text);
  if (!headSchema.safeParse(file).success) return { kind: 'foreign' };
  if (newerSchema.safeParse(file).success) return { kind: 'newer' };
  const { success, data, error } = fileSchema.safeParse(file);
  if (!success) return { kind: 'damaged', where: error.issues[0]?.path.join('.') ?? '' };
  const migrated = migrateSettings({ ...data.settings, version: data.version });
  const settings = settingsSchema.parse(migrated);
  const damaged = findDamage(migrated, settings);
  if (damaged !== undefined) return { kind: 'damaged', where: damaged };
  return { settings: pickSet(settings, migrated), history: data.history ?? [] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON at all.
    return undefined;
  }
}

/** Of what the schema fills in, what was there. */
function pickSet(settings: z.output<typeof settingsSchema>, stored: StoredSettings): BackupSettings {
  const set = Object.entries(settings).filter(
    ([name, value]) => Object.hasOwn(stored, name) && value !== undefined,
  );
  return Object.fromEntries(set);
}

/** The first setting that makes no sense, for which the schema puts what holds without it; of a list, leaves something out. */
function findDamage(given: StoredSettings, read: z.output<typeof settingsSchema>): string | undefined {
  const unset: Record<string, unknown> = settingsSchema.parse({});
  const isDamaged = ([name, value]: [string, unknown]): boolean => {
    const written = given[name];
    if (written === undefined) return false;
    if (Array.isArray(value)) return !Array.isArray(written) || written.length > value.length;
    return value !== written && value === unset[name];
  };
  return Object.entries(read).find(isDamaged)?.[0];
}
