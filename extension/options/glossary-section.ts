import { say } from '../../shared/say.ts';
import { findTermFaults, isTooLarge, mergeGlossary, type Term } from '../glossary/glossary.ts';
import { saveSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { createAdvice } from './create-section.ts';
import { followElsewhere } from './follow-elsewhere.ts';
import { createGlossaryTools } from './glossary-tools.ts';
import { describeSave } from './describe-save.ts';
import { createTextCell } from './create-text-cell.ts';
import { SettingsTable } from './settings-table.ts';

/** The terms that have a fixed translation: to type, to import and to export. `page` ends with the page. */
export function createGlossarySection({ glossary }: Settings, page: AbortSignal): Node[] {
  const table = new SettingsTable<Term>({
    labelledBy: 'glossary-title',
    columns: [say('term'), say('termTranslation')],
    addLabel: say('addTerm'),
    createRow: () => ({ source: '', target: '' }),
    createControls: ({ source, target }) => {
      const controls = [createTextCell(source), createTextCell(target)] as const;
      const read = (): Term => ({ source: controls[0].value, target: controls[1].value });
      return { controls: [...controls], read };
    },
    findFaults: (terms) => findTermFaults(terms).map(describeFault),
    save: saveTerms,
  });
  table.setRows(glossary);
  followElsewhere('glossary', table, page);
  const tools = createGlossaryTools({
    getTerms: () => table.rows,
    addTerms: async (terms) => {
      const merged = mergeGlossary(table.rows, terms);
      const sentence = await describeSave(() => saveSettings({ glossary: listTyped(merged.terms) }));
      table.setRows(merged.terms);
      return { ...merged, sentence };
    },
  });
  return [createAdvice(say('glossaryAdvice')), table.element, tools];
}

async function saveTerms(terms: readonly Term[]): Promise<string> {
  if (isTooLarge(terms)) return say('glossaryFull');
  return await describeSave(() => saveSettings({ glossary: listTyped(terms) }));
}

/** A row in which nothing stands yet is nothing to keep. */
function listTyped(terms: readonly Term[]): Term[] {
  return terms.filter(({ source, target }) => source !== '' || target !== '');
}

function describeFault(fault: ReturnType<typeof findTermFaults>[number]): string | undefined {
  if (fault === undefined) return undefined;
  return fault === 'twice' ? say('termTwice') : say('termIncomplete');
}
