import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { TranslationError, toTranslationError } from '../../shared/translation-error.ts';
import { logFailure } from '../log-failure.ts';
import { answerEarly, isStillSending } from './answer-early.ts';

/**
 * What Express and its parts throw for a request that is wrong: a 4xx status. Their messages are never used, since they quote the request.
 */
const requestFailure = z.object({ status: z.number().check(z.gte(400), z.lt(500)) });

/** What no route answers. */
export const refuseUnknownPath: RequestHandler = () => {
  throw new TranslationError('not_found', 'There is nothing at this address.', {
    hint: 'See /docs for what there is.',
  });
};

/** The one place where a failure becomes an HTTP answer: always a problem in JSON (RFC 9457), never HTML, never a stack. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express tells error handlers apart by their four parameters
  return (thrown: unknown, request, response, _next) => {
    const error = readError(thrown);
    if (error.code === 'internal' && error !== thrown) logFailure(log, thrown);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const problem = error.toProblem();
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.status(problem.status).setHeader('Content-Type', 'application/problem+json; charset=utf-8');
    if (isStillSending(request)) answerEarly(request, response, JSON.stringify(problem));
    else response.send(JSON.stringify(problem));
  };
}

function readError(thrown: unknown): TranslationError {
  if (!requestFailure.safeParse(thrown).success) return toTranslationError(thrown);
  return new TranslationError('invalid_request', 'The request cannot be answered as it was made.');
}
