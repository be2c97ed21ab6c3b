import type { PromptRequest } from '../../shared/prompts/prompt.ts';
import type { Detector } from '../languages/detector.ts';

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
  check: string;
  /** One sentence for the reader; holds nothing of the texts. */
  message: string;
  /** One sentence for the model that shall do better; may quote the texts. */
  fault: string;
}

/** One check: what is wrong, or undefined. Pure. */
export type Check = (subject: CheckSubject) => Finding | undefined;
