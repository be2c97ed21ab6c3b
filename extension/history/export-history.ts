import { quote, writeCsv } from '../files/csv.ts';
import type { HistoryEntry } from './history-entry.ts';

const columns = ['time', 'source', 'target', 'text', 'translation'] as const;

/** The history as CSV by RFC 4180, every field in quotes. An apostrophe before what a spreadsheet would run makes it text. Pure. */
export function toCsv(entries: readonly HistoryEntry[]): string {
  const rows = entries.map(({ at, source, target, text, translation }) => [
    getTime(at),
    source,
    target,
    text,
    translation,
  ]);
  return writeCsv([columns, ...rows]);
}

/** The history as a JSON array. Pure. */
export function toJson(entries: readonly HistoryEntry[]): string {
  const rows = entries.map(({ id: _id, at, ...rest }) => ({ time: getTime(at), ...rest }));
  return JSON.stringify(rows, null, 2);
}

/** The history as notes for Anki: text and translation. In quotes a field may have tabs and line breaks. Pure. */
export function toAnki(entries: readonly HistoryEntry[]): string {
  const notes = entries.map(({ text, translation }) => `${quote(text)}\t${quote(translation)}\n`);
  return ['#separator:tab\n#html:false\n', ...notes].join('');
}

function getTime(at: number): string {
  return new Date(at).toISOString();
}
