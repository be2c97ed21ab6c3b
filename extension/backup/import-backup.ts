import { loadHistory, getHistoryItems, removeFromHistory } from '../history/history-store.ts';
import { loadSettings, saveSettings } from '../settings/settings.ts';
import { hasSitesPermission } from '../settings/sites-permission.ts';
import { readBackup, type BackupFault } from './backup.ts';
import { mergeBackup } from './merge-backup.ts';

/** How an import went. `unsaved`: a newer version of the extension has been here, whose settings can't be changed. */
export type ImportResult = { kind: 'done'; lacksPermission: boolean } | { kind: 'unsaved' } | BackupFault;

/** Imports a backup, all of it or nothing: everything is written at once. Throws when the browser can't. */
export async function importBackup(text: string): Promise<ImportResult> {
  const backup = readBackup(text);
  if ('kind' in backup) return backup;
  const [settings, history, isAllowed] = await Promise.all([
    loadSettings(),
    loadHistory(),
    hasSitesPermission(),
  ]);
  const change = mergeBackup(backup, { settings, history, isAllowed });
  const isKept = await saveSettings(change.settings, getHistoryItems(change.history));
  if (!isKept) return { kind: 'unsaved' };
  if (change.outdated.length > 0) await removeFromHistory(change.outdated);
  return { kind: 'done', lacksPermission: change.lacksPermission };
}
