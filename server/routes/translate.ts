import type { Request, RequestHandler, Response } from 'express';
import { TranslationError } from '../../shared/translation-error.ts';
import { getTexts, translateRequestSchema } from '../../shared/translate-request.ts';
import { getCaller } from '../access/caller.ts';
import type { Dependencies } from '../dependencies.ts';
import { createEventStreamFormat } from '../readers/event-stream-format.ts';
import { readJsonResponse } from '../readers/json-response.ts';
import { sendStream, watchDisconnect } from '../readers/stream-response.ts';
import type { ReadEvent } from '../readers/with-read-failure.ts';
import { writeJson } from '../readers/write-json.ts';
import { createRequestKey, type RequestKey } from '../streams/request-key.ts';
import { parseBody } from './read-body.ts';
import { startTranslation } from './start-translation.ts';

/** `POST /v1/translate`: an event stream, or one JSON document for clients that prefer it. */
export function createTranslateHandler(dependencies: Dependencies): RequestHandler {
  return async (request, response) => {
    const gone = watchDisconnect(response);
    const body = parseBody(translateRequestSchema, request);
    const { key: caller } = getCaller(request);
    const requestKey = readRequestKey(request, caller, body);
    const terms = { manner: 'checked', caller, requestKey, gone } as const;
    const { id, events } = await startTranslation(body, terms, dependencies);
    if (prefersJson(request)) await sendJson(response, { events, gone }, getTexts(body).length);
    else await sendStream(response, { events, gone }, createEventStreamFormat(id));
  };
}

/** What an Idempotency-Key may be: visible ASCII, as much as a digest or several UUIDs need. */
const keyPattern = /^[!-~]{1,200}$/;

function readRequestKey(request: Request, caller: string | undefined, body: unknown): RequestKey | undefined {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return undefined;
  if (keyPattern.test(key)) return createRequestKey(caller, key, body);
  throw new TranslationError(
    'invalid_request',
    'The Idempotency-Key must be of 1 to 200 visible ASCII characters.',
    {
      issues: [{ path: 'Idempotency-Key', message: 'is empty, too long, or holds other characters' }],
    },
  );
}

function prefersJson(request: Request): boolean {
  return request.accepts(['text/event-stream', 'application/json']) === 'application/json';
}

async function sendJson(
  response: Response,
  { events, gone }: { events: AsyncIterable<ReadEvent>; gone: AbortSignal },
  textCount: number,
): Promise<void> {
  const answer = await readJsonResponse(events, textCount);
  if (!gone.aborted) await writeJson(response, answer, gone);
}
