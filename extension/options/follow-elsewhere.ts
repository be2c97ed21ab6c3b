import { browser } from '../browser.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import type { SettingsTable } from './settings-table.ts';

/** Shows in a table what was changed elsewhere, as long as nobody types here. `page` ends with the page. */
export function followElsewhere<Key extends 'glossary' | 'siteRules'>(
  key: Key,
  table: SettingsTable<Settings[Key][number]>,
  page: AbortSignal,
): void {
  const onChanged = (changed: object): void => {
    if (!(key in changed) || document.hasFocus()) return;
    void loadSettings().then((settings) => {
      table.setRows(settings[key]);
    });
  };
  browser.storage.local.onChanged.addListener(onChanged);
  page.addEventListener('abort', () => {
    browser.storage.local.onChanged.removeListener(onChanged);
  });
}
