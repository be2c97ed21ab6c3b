import { readEventStream } from '../../../shared/event-stream-reader.ts';
import { parseTranslationEvent } from '../../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getTranslatedText,
  type TranslationState,
} from '../../../shared/translation-state.ts';

/** What a client has at the end of a stream. */
export interface StreamEnd {
  /** `cut`: the connection closed before the stream told its end. */
  end: 'done' | 'error' | 'cut';
  state: TranslationState;
  text: string;
  /** Whether the last event carried an id of its own. */
  hasOwnId: boolean;
}

/** Reads a stream as a client does, whatever becomes of it; `onEvent` is told of what each event led to, and waited for. */
export async function readEnd(
  response: Response,
  onEvent: (state: TranslationState, text: string) => Promise<void> | void = () => undefined,
): Promise<StreamEnd> {
  let state = emptyTranslation;
  let hasOwnId = false;
  let lastId = '';
  try {
    for await (const { type, data, lastEventId } of readEventStream(response.body ?? fail())) {
      const event = parseTranslationEvent(type, data) ?? fail();
      state = foldTranslation(state, event);
      hasOwnId = lastEventId !== lastId;
      lastId = lastEventId;
      await onEvent(state, getTranslatedText(state));
    }
  } catch (error) {
    // As fetch tells of a lost connection, and of one that the client itself gave up.
    if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
  }
  const end = state.done ? 'done' : state.error ? 'error' : 'cut';
  return { end, state, text: getTranslatedText(state), hasOwnId };
}

function fail(): never {
  throw new Error('This is no event stream.');
}
