import { say } from '../../shared/say.ts';
import { createOpenButton } from '../files/create-open-button.ts';
import { csvMark } from '../files/csv.ts';
import { saveFile } from '../files/save-file.ts';
import { writeCsvGlossary } from '../glossary/csv-glossary.ts';
import type { MergedGlossary, Term } from '../glossary/glossary.ts';
import { readGlossaryFile } from '../glossary/read-glossary-file.ts';
import { writeTbx } from '../glossary/write-tbx.ts';
import { nameLanguage } from '../messages/list-language-choices.ts';
import { loadSettings } from '../settings/settings.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';

/** What the tools work on. */
export interface GlossaryTools {
  getTerms: () => readonly Term[];
  /** `sentence`: whether it was saved, in words. */
  addTerms: (terms: readonly Term[]) => Promise<MergedGlossary & { sentence: string }>;
}

/** Buttons that import terms from a file and save them to one. */
export function createGlossaryTools({ getTerms, addTerms }: GlossaryTools): HTMLElement {
  const said = createElement('p', { className: 'note', role: 'status' });
  const openTerms = createOpenButton({
    id: 'import-terms',
    label: say('importTerms'),
    accept: '.csv,.txt,.tsv,.tbx,.xml,text/csv,application/xml',
    onOpen: async (text) => {
      said.textContent = await importTerms(text, addTerms);
    },
  });
  const save = async (file: 'csv' | 'tbx'): Promise<void> => {
    said.textContent = (await saveTerms(file, getTerms())) ? '' : say('saveFailed');
  };
  const csv = createPlainButton('export-csv', say('exportTermsCsv'));
  const tbx = createPlainButton('export-tbx', say('exportTermsTbx'));
  csv.addEventListener('click', () => void save('csv'));
  tbx.addEventListener('click', () => void save('tbx'));
  return createElement(
    'div',
    { id: 'glossary-tools' },
    createElement('div', { className: 'tools' }, openTerms, csv, tbx),
    said,
  );
}

async function importTerms(text: string | undefined, addTerms: GlossaryTools['addTerms']): Promise<string> {
  if (text === undefined) return say('fileUnreadable');
  const { target } = await loadSettings();
  const read = readGlossaryFile(text, target);
  if (read === undefined) return say('fileUnreadable');
  if ('languages' in read) return describeOtherPair(read.languages, target);
  if (read.terms.length === 0) return say('noTerms');
  const { added, there, left, sentence } = await addTerms(read.terms);
  const counts = say('imported', added, there, read.unreadable);
  const full = left > 0 ? [say('importFull', left)] : [];
  return [...(sentence === say('saved') ? [] : [sentence]), counts, ...full].join(' ');
}

function describeOtherPair(languages: readonly string[], target: string): string {
  if (languages.length === 0) return say('noTerms');
  return say('otherPair', languages.map(nameLanguage).join(', '), nameLanguage(target));
}

async function saveTerms(format: 'csv' | 'tbx', terms: readonly Term[]): Promise<boolean> {
  const name = `dragoman-glossary.${format}`;
  if (format === 'tbx') {
    const { target } = await loadSettings();
    return saveFile({ name, type: 'application/x-tbx', text: writeTbx(terms, target) });
  }
  return saveFile({ name, type: 'text/csv', text: csvMark + writeCsvGlossary(terms) });
}
