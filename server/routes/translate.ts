import type { Request, RequestHandler, Response } from 'express';
import { getTexts, translateRequestSchema } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { createEventStreamFormat } from '../readers/event-stream-format.ts';
import { readJsonResponse } from '../readers/json-response.ts';
import { sendStream, watchDisconnect } from '../readers/stream-response.ts';
import type { StreamRecord } from '../streams/stream-record.ts';
import { parseBody } from './read-body.ts';
import { startTranslation } from './start-translation.ts';

/** `POST /v1/translate`: an event stream, or one JSON document for clients that prefer it. */
export function createTranslateHandler(dependencies: Dependencies): RequestHandler {
  return async (request, response) => {
    const gone = watchDisconnect(response);
    const body = parseBody(translateRequestSchema, request);
    const { id, record } = await startTranslation(body, { manner: 'checked', gone }, dependencies);
    if (prefersJson(request)) await sendJson(response, { record, gone }, getTexts(body).length);
    else await sendStream(response, { record, gone }, createEventStreamFormat(id));
  };
}

function prefersJson(request: Request): boolean {
  return request.accepts(['text/event-stream', 'application/json']) === 'application/json';
}

async function sendJson(
  response: Response,
  { record, gone }: { record: StreamRecord; gone: AbortSignal },
  textCount: number,
): Promise<void> {
  const answer = await readJsonResponse(record.read(0, gone), textCount);
  if (!gone.aborted) response.setHeader('Cache-Control', 'no-store').json(answer);
}
