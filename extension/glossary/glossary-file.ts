import type { Term } from './glossary.ts';

/** What a file held. */
export interface ReadTerms {
  terms: Term[];
  /** Entries without a term and its translation. */
  unreadable: number;
}
