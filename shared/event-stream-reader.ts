import { createParser } from 'eventsource-parser';

/** An event as a reader sees it (WHATWG HTML, section 9.2.6). `lastEventId` is the last id that any event so far has carried. */
export interface IncomingEvent {
  type: string;
  data: string;
  lastEventId: string;
}

/**
 * Reads an event stream from its bytes, however they were cut. The parser is eventsource-parser; added here are the last event id,
 * which outlives its event, and a final lone CR, which the parser holds back in case an LF follows. An unfinished last event is dropped,
 * as the standard demands. Throws what `chunks` throws.
 */
export async function* readEventStream(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<IncomingEvent, void> {
  const ready: IncomingEvent[] = [];
  let lastEventId = '';
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      lastEventId = id ?? lastEventId;
      ready.push({ type: event || 'message', data, lastEventId });
    },
  });
  const decoder = new TextDecoder();
  let endsInCr = false;
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text === '') continue;
    endsInCr = text.endsWith('\r');
    parser.feed(text);
    yield* ready.splice(0);
  }
  if (endsInCr) parser.feed('\n');
  yield* ready.splice(0);
}
