import { getExpansion } from './get-expansion.ts';

/** What decides how long a text a model call may take. */
export interface BudgetOptions {
  /** Tokens that prompt and answer may have together. */
  contextTokens: number;
  /** Estimated tokens of the prompt without its text. */
  promptTokens: number;
  /** See `TokenCalibration`. */
  factor: number;
  /** BCP 47 tag of the language to translate into. */
  target: string;
}

/** However small a context is, something must be tried; the engine says when it does not fit. */
const minTokens = 32;

/** What a chat template puts round messages, which no estimate of them knows. */
const templateTokens = 48;

/** How many tokens of a model a text may take, so that with its prompt and its translation it fits the context; at least 32. */
export function getTextBudget({ contextTokens, promptTokens, factor, target }: BudgetOptions): number {
  const room = contextTokens - promptTokens * factor - templateTokens;
  return Math.max(Math.floor(room / (1 + getExpansion(target))), minTokens);
}
