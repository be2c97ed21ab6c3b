import type { Request, RequestHandler } from 'express';
import { TranslationError } from '../../shared/translation-error.ts';
import type { Dependencies } from '../dependencies.ts';
import { createEventStreamFormat } from '../readers/event-stream-format.ts';
import { sendStream, watchDisconnect } from '../readers/stream-response.ts';
import { withReadFailure } from '../readers/with-read-failure.ts';
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
    const after = readAfter(request, id);
    const state = await streams.find(id);
    const hasNothingLeft = state && after >= state.last;
    if (!state || (state.isAbandoned && hasNothingLeft)) throw createStreamGone('unknown');
    if (state.isClosed && hasNothingLeft) {
      response.setHeader('Cache-Control', 'no-store').status(204).end();
      return;
    }
    const events = withReadFailure(streams.read(id, after, gone));
    await sendStream(response, { events, gone }, createEventStreamFormat(id));
  };
}

function createCancelHandler({ streams }: Dependencies): RequestHandler {
  return (request, response) => {
    streams.cancel(String(request.params.id));
    response.status(204).end();
  };
}

/** The number after which to go on: the header wins, since browsers send it when they reconnect to an address that has `after`. */
function readAfter(request: Request, id: string): number {
  const lastEventId = request.get('Last-Event-ID');
  if (lastEventId !== undefined) {
    const isOurs = lastEventId.startsWith(`${id}:`);
    return readNumber('Last-Event-ID', isOurs ? lastEventId.slice(id.length + 1) : undefined);
  }
  const { after } = request.query;
  return after === undefined ? 0 : readNumber('after', after);
}

function readNumber(path: string, value: unknown): number {
  if (typeof value === 'string' && /^\d{1,15}$/.test(value)) return Number(value);
  throw new TranslationError('invalid_request', `${path} does not name an event of this stream.`, {
    hint: 'Send the whole id of the last event as Last-Event-ID, or its number as ?after=.',
    issues: [{ path, message: 'is not the id or the number of an event' }],
  });
}
