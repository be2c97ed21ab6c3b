import { browser } from '../browser.ts';
import { historyEntrySchema, type HistoryEntry } from './history-entry.ts';
import { listOutdated } from './list-outdated.ts';

/** Each entry has a key of its own, so that two places that write at the same time don't undo each other's work. */
const prefix = 'history:';

/** All that is kept, the newest first. */
export async function loadHistory(): Promise<HistoryEntry[]> {
  const stored = Object.entries(await browser.storage.local.get(null));
  return stored
    .flatMap(([key, value]) => (key.startsWith(prefix) ? parseEntry(value) : []))
    .sort((one, other) => other.at - one.at);
}

function parseEntry(value: unknown): HistoryEntry[] {
  const { success, data } = historyEntrySchema.safeParse(value);
  return success ? [data] : [];
}

/** Adds an entry, for which the oldest may have to go. */
export async function addToHistory(entry: HistoryEntry): Promise<void> {
  await restoreHistory([entry]);
  await removeFromHistory(listOutdated(await loadHistory()));
}

/** Puts back what was removed. */
export async function restoreHistory(entries: readonly HistoryEntry[]): Promise<void> {
  await browser.storage.local.set(getHistoryItems(entries));
}

/** The entries as they are stored, each under its key. Pure. */
export function getHistoryItems(entries: readonly HistoryEntry[]): Record<string, HistoryEntry> {
  return Object.fromEntries(entries.map((entry) => [prefix + entry.id, entry]));
}

export async function removeFromHistory(ids: readonly string[]): Promise<void> {
  await browser.storage.local.remove(ids.map((id) => prefix + id));
}

/** Whether a key of `storage.local` is one of these. */
export function isHistoryKey(key: string): boolean {
  return key.startsWith(prefix);
}
