import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { TranslationError, toTranslationError } from '../../shared/translation-error.ts';

/** What body-parser throws: a name for what went wrong. Its message is never used, since it quotes the body. */
const bodyFailure = z.object({ type: z.string() });

const bodyFailures: Readonly<Record<string, () => TranslationError>> = {
  'entity.parse.failed': () => new TranslationError('invalid_request', 'The body is not valid JSON.'),
  'entity.too.large': () =>
    new TranslationError('payload_too_large', 'The body is too large.', {
      hint: 'Send the text in parts, or raise --body-limit.',
    }),
  'encoding.unsupported': () =>
    new TranslationError('unsupported_media_type', 'A compressed body is not accepted.'),
  'request.size.invalid': () =>
    new TranslationError('invalid_request', 'The body is not as long as Content-Length says.'),
  'request.aborted': () => new TranslationError('invalid_request', 'The body ended too early.'),
};

/** What no route answers. */
export const refuseUnknownPath: RequestHandler = () => {
  throw new TranslationError('not_found', 'There is nothing at this address.', {
    hint: 'See /docs for what there is.',
  });
};

/** The one place where a failure becomes an HTTP answer: always a problem in JSON (RFC 9457), never HTML, never a stack. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  // eslint-disable-next-line max-params -- Express tells error handlers apart by their four parameters
  return (thrown: unknown, _request, response, next) => {
    const error = readError(thrown);
    if (error.code === 'internal') log.error({ stack: getStack(thrown) }, 'unforeseen failure');
    if (response.headersSent) {
      next(thrown);
      return;
    }
    const problem = error.toProblem();
    if (error.retryAfterSeconds !== undefined) response.setHeader('Retry-After', error.retryAfterSeconds);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

function readError(thrown: unknown): TranslationError {
  const failure = bodyFailure.safeParse(thrown);
  const create = failure.success ? bodyFailures[failure.data.type] : undefined;
  return create?.() ?? toTranslationError(thrown);
}

/** Where it happened, without the message, which may hold text. */
function getStack(thrown: unknown): string[] {
  const lines = thrown instanceof Error ? (thrown.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
