import { say } from '../../shared/say.ts';
import { csvMark } from '../files/csv.ts';
import { saveFile } from '../files/save-file.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { toAnki, toCsv, toJson } from './export-history.ts';
import type { HistoryEntry } from './history-entry.ts';

type FormatName = 'csv' | 'json' | 'anki';

interface Format {
  /** A proper name, the same in every language. */
  label: string;
  write: (entries: readonly HistoryEntry[]) => string;
  file: string;
  type: string;
}

const formats: Record<FormatName, Format> = {
  csv: {
    label: 'CSV',
    write: (entries) => csvMark + toCsv(entries),
    file: 'dragoman.csv',
    type: 'text/csv',
  },
  json: { label: 'JSON', write: toJson, file: 'dragoman.json', type: 'application/json' },
  anki: { label: 'Anki', write: toAnki, file: 'dragoman-anki.txt', type: 'text/plain' },
};

/** A button for each format, which saves what is shown. */
export function createExportButtons(getEntries: () => readonly HistoryEntry[]): HTMLElement {
  const said = createElement('span', { role: 'status' });
  const buttons = (Object.keys(formats) as FormatName[]).map((name) => {
    const button = createPlainButton(name, formats[name].label);
    button.addEventListener('click', () => {
      said.textContent = saveAs(name, getEntries()) ? '' : say('saveFailed');
    });
    return button;
  });
  const title = createElement('span', { id: 'export' }, say('exportAs'));
  const group = createElement('div', { className: 'tools', role: 'group' }, title, ...buttons, said);
  group.setAttribute('aria-labelledby', title.id);
  return group;
}

function saveAs(name: FormatName, entries: readonly HistoryEntry[]): boolean {
  const { write, file, type } = formats[name];
  return saveFile({ name: file, type, text: write(entries) });
}
