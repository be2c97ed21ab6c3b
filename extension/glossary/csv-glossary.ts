import { parseCsv, writeCsv } from '../files/csv.ts';
import { isWhole, type Term } from './glossary.ts';
import type { ReadTerms } from './glossary-file.ts';

const head = ['source', 'target'];

/** The whole terms as CSV, under a first line that names the columns. Pure. */
export function writeCsvGlossary(terms: readonly Term[]): string {
  return writeCsv([head, ...terms.filter(isWhole).map(({ source, target }) => [source, target])]);
}

/** The terms of a CSV file: the first two columns, without the line that names them. Pure. */
export function parseCsvGlossary(text: string): ReadTerms {
  const rows = parseCsv(text);
  const isHead = rows[0]?.slice(0, 2).join().toLowerCase() === head.join();
  const entries = rows.slice(isHead ? 1 : 0).map(([source = '', target = '']) => ({ source, target }));
  const terms = entries.filter(isWhole);
  return { terms, unreadable: entries.length - terms.length };
}
