import { isSameLanguage } from '../../shared/is-same-language.ts';
import type { Term } from './glossary.ts';
import type { ReadTerms } from './glossary-file.ts';

/** A TBX file, as far as a glossary needs it. */
export interface TbxFile {
  /** BCP 47 tag of the language that the file is written in; empty where it says nothing. */
  mainLanguage: string;
  concepts: TbxConcept[];
}

/** One concept: its terms in each language, whose names are BCP 47 tags. */
export type TbxConcept = { language: string; terms: string[] }[];

/** The pair that a reader needs is not in a file; `languages`: what is. */
export interface OtherPair {
  languages: string[];
}

/**
 * The terms of a TBX file for translations into `target`. They are taken from the file's own language, or from its first one where that is the
 * target; of several terms for a concept in the target the first is the preferred one. Pure.
 */
export function getTbxTerms({ mainLanguage, concepts }: TbxFile, target: string): ReadTerms | OtherPair {
  const languages = [...new Set(concepts.flatMap((concept) => concept.map(({ language }) => language)))];
  const isTarget = (language: string): boolean => isSameLanguage(language, target);
  const others = languages.filter((language) => !isTarget(language));
  const source = others.find((language) => isSameLanguage(language, mainLanguage)) ?? others[0];
  if (source === undefined || !languages.some(isTarget)) return { languages };
  const found = concepts.map((concept) => getTerms(concept, source, isTarget));
  return { terms: found.flat(), unreadable: found.filter((terms) => terms.length === 0).length };
}

function getTerms(concept: TbxConcept, source: string, isTarget: (language: string) => boolean): Term[] {
  const translation = concept.find(({ language, terms }) => isTarget(language) && terms.length > 0)?.terms[0];
  if (translation === undefined) return [];
  const sources = concept.filter(({ language }) => language === source).flatMap(({ terms }) => terms);
  return sources.map((term) => ({ source: term, target: translation }));
}
