import type { ErrorCode } from '../../shared/error-codes.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { Silence } from './limit-silence.ts';

/** What is said about a failure: what happened, and what to do. */
export type Sentences = [message: string, hint: string];

/** The error for a failure of a model server. */
export function createEngineError(
  code: ErrorCode,
  [message, hint]: Sentences,
  options: { cause?: unknown; retryAfterSeconds?: number } = {},
): TranslationError {
  return new TranslationError(code, message, { hint, ...options });
}

/** What is said about a silence of a server, which is called `name` where a sentence begins and `it` within one. */
export function describeSilence({ before, limitMs }: Silence, name: string, it: string): Sentences {
  const isFirst = before === 'first-token';
  return [
    `${name} said nothing for ${limitMs / 1000} s ${isFirst ? 'and never began to answer' : 'in the middle of the answer'}.`,
    `Look whether ${it} is stuck and restart it, or raise --${isFirst ? 'first-token' : 'stall'}-timeout.`,
  ];
}
