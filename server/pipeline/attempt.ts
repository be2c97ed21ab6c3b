import type { TranslationError } from '../../shared/translation-error.ts';
import type { Finding } from '../checks/check.ts';
import type { SegmentForm } from './segment-form.ts';
import type { SegmentTask } from './segment-task.ts';

/** One try to translate a segment. */
export interface Attempt {
  /** From 1. */
  number: number;
  task: SegmentTask;
  form: SegmentForm;
  /** What was wrong with the try before, for the model. */
  faults: readonly string[];
}

/**
 * How an answer ended: by itself; at a limit that any answer of its length would meet; where the model's context was full, which smaller
 * pieces would not have filled; or because it went round in circles.
 */
export type AnswerEnd = 'stop' | 'length' | 'context-full' | 'loop';

/** How it ended. */
export interface AttemptResult {
  number: number;
  /** The translation as far as it came, outer white space included. */
  text: string;
  end: AnswerEnd | 'failed';
  /** Why it `failed`. */
  failure?: TranslationError;
  /** What is wrong with the translation. */
  findings: Finding[];
}
