import type { Request, RequestHandler, Response } from 'express';
import { translateRequestSchema } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';
import { createEventStreamFormat } from '../readers/event-stream-format.ts';
import { readJsonResponse } from '../readers/json-response.ts';
import { sendStream, watchDisconnect } from '../readers/stream-response.ts';
import type { TranslationStream } from '../streams/translation-stream.ts';
import { parseBody } from './read-body.ts';
import { startTranslation } from './start-translation.ts';

/** `POST /v1/translate`: an event stream, or one JSON document for clients that prefer it. */
export function createTranslateHandler(dependencies: Dependencies): RequestHandler {
  return async (request, response) => {
    const body = parseBody(translateRequestSchema, request);
    const stream = await startTranslation(body, dependencies);
    if (prefersJson(request)) await sendJson(response, stream, body.texts?.length ?? 1);
    else await sendStream(response, stream, createEventStreamFormat(stream.id));
  };
}

function prefersJson(request: Request): boolean {
  return request.accepts(['text/event-stream', 'application/json']) === 'application/json';
}

async function sendJson(response: Response, stream: TranslationStream, textCount: number): Promise<void> {
  const gone = watchDisconnect(response, stream);
  const answer = await readJsonResponse(stream.record.read(0, gone), textCount);
  if (!gone.aborted) response.setHeader('Cache-Control', 'no-store').json(answer);
}
