import { say } from '../../shared/say.ts';
import { listLanguageChoices } from '../messages/list-language-choices.ts';
import { parseSiteHost } from '../settings/parse-site-host.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import type { SiteRule } from '../settings/site-rules.ts';
import { createElement } from '../view/create-element.ts';
import { createAdvice } from './create-section.ts';
import { createTextCell } from './create-text-cell.ts';
import { describeSave } from './describe-save.ts';
import { findSiteFaults } from './find-site-faults.ts';
import { followElsewhere } from './follow-elsewhere.ts';
import { SettingsTable } from './settings-table.ts';

type Site = Settings['siteRules'][number];

/** What holds on single sites. `page` ends with the page. */
export function createSiteSection({ siteRules }: Settings, page: AbortSignal): Node[] {
  const table = new SettingsTable<Site>({
    labelledBy: 'sites-title',
    columns: [say('site'), say('siteRule')],
    addLabel: say('addSite'),
    createRow: () => ({ host: '', rule: 'never' }),
    createControls: ({ host, rule }) => {
      const name = createTextCell(host, say('siteExample'));
      const choice = createRuleSelect(rule);
      name.dir = 'ltr';
      const read = (): Site => ({ host: name.value, rule: choice.value });
      return { controls: [name, choice], read };
    },
    findFaults: (sites) => findSiteFaults(sites.map(({ host }) => host)).map(describeFault),
    save: saveSites,
  });
  table.setRows(siteRules);
  followElsewhere('siteRules', table, page);
  return [createAdvice(say('sitesAdvice')), table.element];
}

function createRuleSelect(rule: SiteRule): HTMLSelectElement {
  const never = createElement('option', { value: 'never' }, say('neverHere'));
  const always = listLanguageChoices().map(({ tag, name }) =>
    createElement('option', { value: tag }, say('alwaysInto', name)),
  );
  const select = createElement('select', {}, never, ...always);
  select.value = rule;
  return select;
}

/** Only rules that can hold. */
async function saveSites(sites: readonly Site[]): Promise<string> {
  const faults = findSiteFaults(sites.map(({ host }) => host));
  const sound = sites.flatMap(({ host, rule }, index) => {
    const parsed = faults[index] === undefined ? parseSiteHost(host) : undefined;
    return parsed === undefined ? [] : [{ host: parsed, rule }];
  });
  const sentence = await describeSave(() => saveSettings({ siteRules: sound }));
  const isWhole = faults.every((fault) => fault === undefined);
  // Rows that were not saved say so themselves, as soon as their reader is done with them.
  return sentence === say('saved') && !isWhole ? '' : sentence;
}

function describeFault(fault: ReturnType<typeof findSiteFaults>[number]): string | undefined {
  if (fault === undefined) return undefined;
  return fault === 'wrong' ? say('siteWrong') : say('siteTwice');
}
