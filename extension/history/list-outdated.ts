import type { HistoryEntry } from './history-entry.ts';

const maxEntries = 200;

/** About 1 MB, for what is kept takes two bytes a UTF-16 unit. */
const maxChars = 500_000;

/** How soon after another a text counts as the same one, with more typed. */
const typingMs = 60_000;

/**
 * Ids of the entries that are not kept any longer: such as a newer one repeats, those that it only went on typing, and the oldest when there are
 * more than 200 or more than about 1 MB. Pure; `entries` begin with the newest.
 */
export function listOutdated(entries: readonly HistoryEntry[]): string[] {
  const kept: HistoryEntry[] = [];
  let chars = 0;
  for (const entry of entries) {
    const size = entry.text.length + entry.translation.length;
    const isKept = !isReplaced(entry, kept) && kept.length < maxEntries && chars + size <= maxChars;
    if (!isKept) continue;
    kept.push(entry);
    chars += size;
  }
  const keptIds = new Set(kept.map(({ id }) => id));
  return entries.map(({ id }) => id).filter((id) => !keptIds.has(id));
}

function isReplaced(entry: HistoryEntry, newer: readonly HistoryEntry[]): boolean {
  const next = newer.at(-1);
  const isSame = ({ text, target }: HistoryEntry): boolean => text === entry.text && target === entry.target;
  return newer.some(isSame) || (next !== undefined && isUnfinished(entry, next));
}

/** While somebody types, each pause ends in a translation: only the last of them is meant. */
function isUnfinished(entry: HistoryEntry, next: HistoryEntry): boolean {
  const isSoon = next.at - entry.at < typingMs && next.target === entry.target;
  return isSoon && next.text.startsWith(entry.text.trimEnd());
}
