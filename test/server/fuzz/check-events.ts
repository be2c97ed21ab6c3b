import { readEventStream } from '../../../shared/event-stream-reader.ts';
import type { Api } from './api-document.ts';
import { must } from './exchange.ts';

interface Event {
  event: string;
  id?: string;
  data: unknown;
}

interface Expected {
  /** Where the document has the schema of an event. */
  place: string[];
  /** Whether the first event must be there. */
  isFromStart: boolean;
}

/** Throws what is wrong with a whole event stream. */
export async function checkEvents(
  api: Api,
  bytes: Uint8Array,
  { place, isFromStart }: Expected,
): Promise<void> {
  const isOriginal = place.includes('/translate_stream');
  const events = await readEvents(bytes, isOriginal);
  for (const event of events) {
    const wrong = api.explain(event, ...place);
    must(wrong === undefined, `The event ${JSON.stringify(event)} is not as documented: ${String(wrong)}.`);
  }
  // Who had the last event a moment before the stream was closed gets no other.
  if (!isFromStart && events.length === 0) return;
  const ends = isOriginal ? ['end', 'error'] : ['done', 'error'];
  const found = events.map(({ event }) => event);
  must(
    found.findIndex((event) => ends.includes(event)) === found.length - 1,
    `The events are ${found.join(' ')}.`,
  );
  if (!isOriginal) checkOrder(events, isFromStart);
}

function checkOrder(events: Event[], isFromStart: boolean): void {
  const numbered = events.filter(({ id }) => id !== undefined);
  const ids = numbered.map(({ id = '' }) => id.split(':'));
  const numbers = ids.map(([, number]) => Number(number));
  const first = isFromStart ? 1 : (numbers[0] ?? 1);
  const isInOrder = numbers.every((number, index) => number === first + index);
  must(isInOrder && new Set(ids.map(([stream]) => stream)).size < 2, `The ids are ${ids.join(' ')}.`);
  const isStartFirst = numbered.every(({ event }, index) => (event === 'start') === (first + index === 1));
  must(isStartFirst, 'start is not the first event, or not the only one.');
  if (events[0]?.event === 'start') checkSegments(events, events[0].data as { segments: unknown[] });
}

/** A stream that was not broken off has one last word for each segment. */
function checkSegments(events: Event[], { segments }: { segments: unknown[] }): void {
  const { event, data } = events.at(-1) ?? {};
  if (event !== 'done' || (data as { reason: string }).reason === 'cancelled') return;
  const ended = events
    .filter((one) => one.event === 'segment')
    .map((one) => (one.data as { segment: number }).segment);
  const isWhole = ended.length === segments.length && new Set(ended).size === ended.length;
  must(isWhole, `Of ${segments.length} segments these came to their end: ${ended.join(' ')}.`);
}

async function readEvents(bytes: Uint8Array, isOriginal: boolean): Promise<Event[]> {
  const events: Event[] = [];
  let before = '';
  for await (const { type, data, lastEventId } of readEventStream(toChunks(bytes))) {
    const id = lastEventId === before ? {} : { id: lastEventId };
    before = lastEventId;
    const isText = isOriginal && type !== 'error';
    events.push({ event: type, ...id, data: isText ? data : (JSON.parse(data) as unknown) });
  }
  return events;
}

async function* toChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  yield await Promise.resolve(bytes);
}
