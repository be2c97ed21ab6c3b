import { mergeGlossary, type Term } from '../glossary/glossary.ts';
import type { HistoryEntry } from '../history/history-entry.ts';
import { listOutdated } from '../history/list-outdated.ts';
import type { Settings } from '../settings/settings-schema.ts';
import type { Backup, BackupSettings } from './backup.ts';

/** What is here before an import. */
export interface Present {
  settings: Pick<Settings, 'glossary' | 'siteRules'>;
  history: readonly HistoryEntry[];
  /** Whether the browser lets the extension run on all sites. */
  isAllowed: boolean;
}

/** What an import changes. */
export interface BackupChange {
  settings: BackupSettings;
  history: HistoryEntry[];
  /** Ids of the translations for which there is no more room. */
  outdated: string[];
  /** Whether something stays off that was on, because it needs a permission. */
  lacksPermission: boolean;
}

/** What an import makes of what is here: lists get what they lack, other settings are the backup's. Pure. */
export function mergeBackup(
  { settings, history }: Backup,
  { settings: present, history: past, isAllowed }: Present,
): BackupChange {
  const { glossary = [], siteRules = [], iconAtSelection = false, translateAtOnce = false } = settings;
  const ids = new Set(past.map(({ id }) => id));
  const fresh = history.filter(({ id }) => !ids.has(id));
  const all = [...past, ...fresh].sort((one, other) => other.at - one.at);
  const outdated = listOutdated(all);
  const lacksPermission = !isAllowed && (iconAtSelection || translateAtOnce);
  return {
    settings: {
      ...settings,
      glossary: addTerms(present.glossary, glossary),
      siteRules: addSites(present.siteRules, siteRules),
      ...(lacksPermission && { iconAtSelection: false, translateAtOnce: false }),
    },
    history: fresh.filter(({ id }) => !outdated.includes(id)),
    outdated: outdated.filter((id) => ids.has(id)),
    lacksPermission,
  };
}

/** Half-typed terms can't be told apart by their term: they come along where they are not there. */
function addTerms(terms: readonly Term[], more: readonly Term[]): Term[] {
  const halves = more.filter(({ source }) => source.trim() === '');
  const isThere = (half: Term): boolean =>
    terms.some(({ source, target }) => source === half.source && target === half.target);
  const whole = more.filter(({ source }) => source.trim() !== '');
  return [...mergeGlossary(terms, whole).terms, ...halves.filter((half) => !isThere(half))];
}

function addSites(sites: Settings['siteRules'], more: Settings['siteRules']): Settings['siteRules'] {
  const hosts = new Set(sites.map(({ host }) => host));
  return [...sites, ...more.filter(({ host }) => !hosts.has(host))];
}
