import { toTranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';

/** An event for a reader. One without a number is no part of the stream and cannot be gone on after. */
export interface ReadEvent {
  number?: number;
  event: TranslationEvent;
}

/** A stage: passes what comes. A stream that cannot be read on ends in an `error` of its own, so that its reader is not left with a cut one. */
export async function* withReadFailure(events: AsyncIterable<ReadEvent>): AsyncGenerator<ReadEvent, void> {
  try {
    yield* events;
  } catch (thrown) {
    yield { event: { event: 'error', data: toTranslationError(thrown).toData() } };
  }
}
