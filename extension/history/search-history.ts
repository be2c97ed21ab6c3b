import type { HistoryEntry } from './history-entry.ts';

/** The entries that have every word of a search in text or translation, whatever the case and the accents. Pure. */
export function searchHistory(entries: readonly HistoryEntry[], search: string): HistoryEntry[] {
  const wanted = fold(search).split(/\s+/u).filter(Boolean);
  return entries.filter(({ text, translation }) => {
    const found = fold(`${text}\n${translation}`);
    return wanted.every((word) => found.includes(word));
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}
