/** What language a text is in: a BCP 47 tag of the language table, or `und`; and how sure that is, from 0 to 1. */
export interface Detection {
  language: string;
  confidence: number;
}

/** Finds out the language of a text without white space around it. Pure and fast (under a millisecond for a paragraph). */
export type Detector = (text: string) => Detection;
