import { say } from '../../shared/say.ts';
import { browser } from '../browser.ts';
import { createKeepSwitch } from '../history/create-keep-switch.ts';
import { countStored, type StoredAmounts } from '../privacy/count-stored.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createElement } from '../view/create-element.ts';
import { createDeleteAll } from './create-delete-all.ts';
import { createAdvice } from './create-section.ts';
import type { WholeChange } from './whole-change.ts';

/** What is kept, how much of it, and the way to be rid of it. `page` ends with the page. */
export function createPrivacySection(settings: Settings, page: AbortSignal, change: WholeChange): Node[] {
  const body = createElement('tbody');
  const show = async (): Promise<void> => {
    const stored = await Promise.all([browser.storage.local.get(null), browser.storage.session.get(null)]);
    body.replaceChildren(...createRows(countStored(...stored)));
  };
  const onChanged = (): void => void show();
  const areas = [browser.storage.local, browser.storage.session];
  for (const area of areas) area.onChanged.addListener(onChanged);
  page.addEventListener('abort', () => {
    for (const area of areas) area.onChanged.removeListener(onChanged);
  });
  void show();
  const heads = [say('kept'), say('amount')];
  const head = createElement('tr', {}, ...heads.map((text) => createElement('th', { scope: 'col' }, text)));
  const table = createElement(
    'table',
    { id: 'stored', className: 'amounts' },
    createElement('thead', {}, head),
    body,
  );
  table.setAttribute('aria-labelledby', 'stored-advice');
  const advice = createAdvice(say('storedAdvice'));
  advice.id = 'stored-advice';
  return [createKeepSwitch(settings), advice, table, createDeleteAll(change)];
}

function createRows(amounts: StoredAmounts): HTMLElement[] {
  const labels: Record<keyof StoredAmounts, string> = {
    settings: say('keptSettings'),
    terms: say('keptTerms'),
    sites: say('keptSites'),
    history: say('keptHistory'),
    languages: say('keptLanguages'),
    other: say('keptOther'),
    popupChars: say('keptPopup'),
  };
  return (Object.keys(labels) as (keyof StoredAmounts)[]).map((name) => {
    const row = createElement(
      'tr',
      {},
      createElement('th', { scope: 'row' }, labels[name]),
      createElement('td', {}, amounts[name].toLocaleString()),
    );
    row.dataset['kept'] = name;
    return row;
  });
}
