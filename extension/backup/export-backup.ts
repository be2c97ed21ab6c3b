import { browser } from '../browser.ts';
import { saveFile } from '../files/save-file.ts';
import { loadHistory } from '../history/history-store.ts';
import { writeBackup, type BackupChoices } from './backup.ts';

/** Saves a backup as a file. Returns whether the browser took it. */
export async function exportBackup(choices: BackupChoices): Promise<boolean> {
  const [stored, history] = await Promise.all([browser.storage.local.get(null), loadHistory()]);
  const day = new Date().toISOString().slice(0, 10);
  const text = writeBackup(stored, history, choices);
  return saveFile({ name: `dragoman-backup-${day}.json`, type: 'application/json', text });
}
