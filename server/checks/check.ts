import type { PromptRequest } from '../../shared/prompts/prompt.ts';
import type { Detector } from '../languages/detector.ts';

/** The checks, in the order in which they run and are listed. */
export const checkNames = [
  /** The translation is in the target language and its script. */
  'language',
  /** It isn't the source again. */
  'echo',
  /** Each number of the source is in it, in figures or in words. */
  'numbers',
  /** It has the addresses of pages and mailboxes that the source has, and no others. */
  'addresses',
  /** It has each placeholder of a program as often as the source. */
  'placeholders',
  /** Code is in it as it was. */
  'code',
  /** It has the lines and the list items of the source. */
  'lines',
  /** It is about as long as translations between the two languages are. */
  'ratio',
  /** It doesn't say the same over and over. */
  'repetition',
  /** It translates, and doesn't talk to the reader, refuse, explain itself or answer a question. */
  'answered',
  /** Terms of the glossary have the translation that they shall have. */
  'glossary',
  /** Markup: each tag stands where it belongs. Found where the markup is put back, not in the text. */
  'markup',
] as const;
export type CheckName = (typeof checkNames)[number];

/** A segment and its translation, both without outer white space and without markup. */
export interface CheckSubject {
  source: string;
  translation: string;
  /** BCP 47 tag, or `und`. */
  sourceLanguage: string;
  /** BCP 47 tag. */
  targetLanguage: string;
  glossary: NonNullable<PromptRequest['glossary']>;
  detect: Detector;
}

/** What a check found to be wrong. */
export interface Finding {
  /** Name of the check, as in `segment.checks`. */
  check: CheckName;
  /** One sentence for the reader; holds nothing of the texts. */
  message: string;
  /** One sentence for the model that shall do better; may quote the texts. */
  fault: string;
}

/** One check: what is wrong, or undefined. Pure. */
export type Check = (subject: CheckSubject) => Finding | undefined;
