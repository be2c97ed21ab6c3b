import type { Settings } from '../settings/settings-schema.ts';

/** A term and its fixed translation; one of both may still be empty. */
export type Term = Settings['glossary'][number];

/** UTF-16 units of all terms together: even three bytes each leave half of what the server takes for the text. */
const maxGlossaryChars = 300_000;

/** What is the same for a reader. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Whether both halves are there. */
export function isWhole({ source, target }: Term): boolean {
  return source.trim() !== '' && target.trim() !== '';
}

/** Whether the server would take so many. */
export function isTooLarge(terms: readonly Term[]): boolean {
  return countChars(terms) > maxGlossaryChars;
}

function countChars(terms: readonly Term[]): number {
  return terms.reduce((chars, { source, target }) => chars + source.length + target.length, 0);
}

/** Why a term isn't used, in the order of the terms; undefined where it is. Pure. */
export function findTermFaults(terms: readonly Term[]): ('incomplete' | 'twice' | undefined)[] {
  const seen = new Set<string>();
  return terms.map((term) => {
    if (term.source === '' && term.target === '') return undefined;
    if (!isWhole(term)) return 'incomplete';
    const source = fold(term.source);
    if (seen.has(source)) return 'twice';
    seen.add(source);
    return undefined;
  });
}

/** The terms that texts may hold, each once: the others would only make requests large. Pure. */
export function chooseTerms(terms: readonly Term[], texts: readonly string[]): Term[] {
  const read = fold(texts.join('\n').replaceAll(/\s+/gu, ' '));
  const faults = findTermFaults(terms);
  return terms.filter(
    ({ source, target }, index) =>
      (source !== '' || target !== '') &&
      faults[index] === undefined &&
      read.includes(fold(source.replaceAll(/\s+/gu, ' '))),
  );
}

/** What came of putting terms together. */
export interface MergedGlossary {
  /** The new ones first. */
  terms: Term[];
  added: number;
  /** The term was there already, with that translation or another. */
  there: number;
  /** There was no room. */
  left: number;
}

/** Adds what isn't there yet; what is there stays as it is, half-typed terms too. Pure. */
export function mergeGlossary(terms: readonly Term[], more: readonly Term[]): MergedGlossary {
  const known = new Set(terms.map(({ source }) => fold(source)));
  const isNew = ({ source }: Term): boolean => {
    const term = fold(source);
    return !known.has(term) && Boolean(known.add(term));
  };
  const fresh = more.filter(isNew);
  const added = takeWhatFits(terms, fresh);
  return {
    terms: [...added, ...terms],
    added: added.length,
    there: more.length - fresh.length,
    left: fresh.length - added.length,
  };
}

function takeWhatFits(terms: readonly Term[], more: readonly Term[]): Term[] {
  let chars = countChars(terms);
  return more.filter((term) => {
    const needed = countChars([term]);
    const isFitting = chars + needed <= maxGlossaryChars;
    if (isFitting) chars += needed;
    return isFitting;
  });
}
