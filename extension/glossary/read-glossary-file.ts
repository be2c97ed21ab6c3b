import { parseCsvGlossary } from './csv-glossary.ts';
import type { ReadTerms } from './glossary-file.ts';
import { readTbx } from './read-tbx.ts';
import { getTbxTerms, type OtherPair } from './tbx-terms.ts';

/** The terms of a file, TBX or CSV, for translations into `target`. Undefined when it is neither. */
export function readGlossaryFile(text: string, target: string): ReadTerms | OtherPair | undefined {
  if (!/^\ufeff?\s*</.test(text)) return text.includes('\0') ? undefined : parseCsvGlossary(text);
  const file = readTbx(text);
  return file && getTbxTerms(file, target);
}
