import type { Answer, SentRequest } from './http-client.ts';

/** A request as it was sent, the path of the document that it was made for, and what came. */
export interface Exchange {
  sent: SentRequest;
  path: string;
  /** Whether `sent.target` is that path, apart from its query. */
  isExactPath: boolean;
  answer: Answer;
}

/** Throws a sentence about what is wrong. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Error(sentence);
}
