import { readEventStream } from './event-stream-reader.ts';
import type { Obstacle } from './obstacle.ts';
import { parseTranslationEvent, type TranslationEvent } from './translation-event.ts';

/** What a reader of a translation stream learns, one at a time. */
export type StreamNews =
  { type: 'event'; event: TranslationEvent; eventId: string } | { type: 'obstacle'; obstacle: Obstacle };

/**
 * The events of a translation stream, from its bytes; `server` is the host and port they come from. The last one is `done`, `error` or
 * an obstacle: a stream that ends with neither of the first two is `cut`, an event that makes no sense is `unreadable`. Never throws;
 * when the reading was aborted, its last obstacle means nothing.
 */
export async function* readTranslation(
  chunks: AsyncIterable<Uint8Array>,
  server: string,
): AsyncGenerator<StreamNews, void> {
  try {
    const hasEnded = yield* readEvents(chunks);
    if (!hasEnded) yield { type: 'obstacle', obstacle: { kind: 'cut' } };
  } catch (error) {
    // Fetch reports a lost connection as a TypeError; anything else is an event that makes no sense.
    const isLost = error instanceof TypeError;
    yield { type: 'obstacle', obstacle: isLost ? { kind: 'cut' } : { kind: 'unreadable', server } };
  }
}

/** Returns whether the last event was one that ends a stream; what may come after that is not read. */
async function* readEvents(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<StreamNews, boolean> {
  for await (const { type, data, lastEventId } of readEventStream(chunks)) {
    const event = parseTranslationEvent(type, data);
    if (event) yield { type: 'event', event, eventId: lastEventId };
    if (event?.event === 'done' || event?.event === 'error') return true;
  }
  return false;
}
