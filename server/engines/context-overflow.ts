import { TranslationError } from '../../shared/translation-error.ts';
import type { EngineEvent } from './engine.ts';

/** The `cause` of the error for a prompt that did not fit the model's context, by which it is told apart from other refusals. */
export const contextOverflow = Symbol('context overflow');

/** A stage: makes of that failure the end of the call that it is, so that whoever asked can ask for less. */
export async function* reportOverflow(events: AsyncIterable<EngineEvent>): AsyncGenerator<EngineEvent, void> {
  try {
    yield* events;
  } catch (error) {
    if (!(error instanceof TranslationError) || error.cause !== contextOverflow) throw error;
    yield { type: 'end', reason: 'overflow', usage: {} };
  }
}
