import { languageTable, type LanguageRow } from './language-table.ts';

/** A language or a regional form of one, as `GET /v1/languages`, the pickers and the prompts know it. */
export interface Language {
  /** BCP 47 tag in its usual case, for instance `pt-BR` or `zh-Hant`; unique in the table. */
  readonly tag: string;
  /** English name, region or script in brackets, for instance `Portuguese (Brazil)`. */
  readonly english: string;
  /** The name in the language itself, for instance `português (Brasil)`. */
  readonly own: string;
  /** ISO 15924 code of the script it is usually written in, for instance `Latn`. */
  readonly script: string;
  /** Base direction of its text; follows from the script. For `dir` attributes. */
  readonly direction: 'ltr' | 'rtl';
}

const rightToLeftScripts = new Set(['Arab', 'Hebr', 'Thaa']);

/** All languages of the table, sorted by English name. `zh` is Chinese without saying which script. */
export const languages: readonly Language[] = Object.entries(languageTable)
  .flatMap(([script, rows]) => rows.map((row) => createLanguage(script, row)))
  .sort((a, b) => (a.english < b.english ? -1 : 1));

function createLanguage(script: string, [tag, english, own]: LanguageRow): Language {
  const direction = rightToLeftScripts.has(script) ? 'rtl' : 'ltr';
  return { tag, english, own, script, direction };
}
