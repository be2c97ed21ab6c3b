import type { Request, RequestHandler } from 'express';
import { TranslationError } from '../../shared/translation-error.ts';
import type { Dependencies } from '../dependencies.ts';
import { createEventStreamFormat } from '../readers/event-stream-format.ts';
import { sendStream, sendStreamHead, watchDisconnect } from '../readers/stream-response.ts';
import { withReadFailure } from '../readers/with-read-failure.ts';
import type { RecordState } from '../streams/record-store.ts';
import { createStreamGone } from '../streams/stream-gone.ts';
import type { RouteHandlers } from './add-route.ts';

/** `GET /v1/streams/:id` goes on with a stream, `DELETE /v1/streams/:id` cancels it. */
export function createStreamHandlers(dependencies: Dependencies): RouteHandlers {
  return { get: [createReadHandler(dependencies)], delete: [createCancelHandler(dependencies)] };
}

function createReadHandler({ streams }: Dependencies): RequestHandler {
  return async (request, response) => {
    const gone = watchDisconnect(response);
    const id = String(request.params.id);
    const place = readPlace(request, id);
    const hasMore = checkPlace(place, await streams.find(id));
    if (!hasMore) {
      response.setHeader('Cache-Control', 'no-store').status(204).end();
      return;
    }
    if (request.method === 'HEAD') {
      // As a reader it would hold its connection, and the stream, until that ends.
      sendStreamHead(response);
      response.end();
      return;
    }
    const events = withReadFailure(streams.read(id, place.after, gone));
    await sendStream(response, { events, gone }, createEventStreamFormat(id));
  };
}

/** Whether there is more of a stream, or may be. Throws where it cannot be gone on with, and where its end would come without a word. Pure. */
function checkPlace({ name, after }: ReadingPlace, state: RecordState | undefined): boolean {
  const hasNothingLeft = state && after >= state.last;
  if (!state) throw createStreamGone('unknown');
  if (state.isAbandoned && hasNothingLeft) throw createStreamGone('abandoned');
  if (after + 1 < state.first) throw createStreamGone('trimmed');
  if (!state.isClosed && after > state.last) throw createNoSuchEvent(name);
  return !(state.isClosed && hasNothingLeft);
}

function createCancelHandler({ streams }: Dependencies): RequestHandler {
  return (request, response) => {
    streams.cancel(String(request.params.id));
    response.status(204).end();
  };
}

interface ReadingPlace {
  /** The field of the request that tells it. */
  name: 'Last-Event-ID' | 'after';
  /** The number of the event after which to go on. */
  after: number;
}

/** The header wins, since browsers send it when they reconnect to an address that has `after`. */
function readPlace(request: Request, id: string): ReadingPlace {
  const lastEventId = request.get('Last-Event-ID');
  if (lastEventId !== undefined) {
    const isOurs = lastEventId.startsWith(`${id}:`);
    return readNumber('Last-Event-ID', isOurs ? lastEventId.slice(id.length + 1) : undefined);
  }
  return readNumber('after', request.query.after ?? '0');
}

function readNumber(name: ReadingPlace['name'], value: unknown): ReadingPlace {
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return { name, after: Number(value) };
  throw createNoSuchEvent(name);
}

function createNoSuchEvent(path: string): TranslationError {
  return new TranslationError('invalid_request', `${path} does not name an event of this stream.`, {
    hint: 'Send the whole id of the last event as Last-Event-ID, or its number as ?after=.',
    issues: [{ path, message: 'is not the id or the number of an event' }],
  });
}
