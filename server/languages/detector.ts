/** What language a text is in: a BCP 47 tag of the language table, or `und`; and how sure that is, from 0 to 1. */
export interface Detection {
  language: string;
  confidence: number;
}

/** Finds out the language of a text without white space around it. Pure and fast (under a millisecond for a paragraph). */
export type Detector = (text: string) => Detection;

/**
 * A detection above this is relied on. Of whole sentences in the 23 languages of FLORES-200 nearly all are above it and under 1 % of
 * those wrong; of prefixes of five words about three in four, of single words one in six.
 */
export const confidentAbove = 0.95;
