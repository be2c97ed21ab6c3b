import { historyEntrySchema } from '../history/history-entry.ts';
import { settingsSchema } from '../settings/settings-schema.ts';

/** What the extension keeps, and how much: numbers of entries; of the popup's text, UTF-16 units. */
export interface StoredAmounts {
  settings: number;
  terms: number;
  sites: number;
  history: number;
  languages: number;
  /** Whatever no other line names. */
  other: number;
  popupChars: number;
}

/** These have lines of their own, or are no setting of the reader's. */
const ownLines = new Set(['glossary', 'siteRules', 'recentLanguages']);
const settingNames = new Set(Object.keys(settingsSchema.shape).filter((name) => !ownLines.has(name)));

/** How much there is of each, in what lies in `storage.local` and in `storage.session`. Pure. */
export function countStored(local: Record<string, unknown>, session: Record<string, unknown>): StoredAmounts {
  const names = Object.keys(local);
  const known = { ...countLists(local), history: 0, settings: 0, other: 0 };
  for (const name of names) {
    if (settingNames.has(name)) known.settings += 1;
    else if (historyEntrySchema.safeParse(local[name]).success) known.history += 1;
    else if (!ownLines.has(name) && name !== 'version') known.other += 1;
  }
  return { ...known, popupChars: countPopupChars(session) };
}

function countLists(local: Record<string, unknown>): Pick<StoredAmounts, 'terms' | 'sites' | 'languages'> {
  const { glossary, siteRules, recentLanguages } = settingsSchema.parse(local);
  return { terms: glossary.length, sites: siteRules.length, languages: recentLanguages.length };
}

function countPopupChars({ draft, attempt }: Record<string, unknown>): number {
  const typed = typeof draft === 'string' ? draft.length : 0;
  return typed === 0 && attempt ? JSON.stringify(attempt).length : typed;
}
