import type { Request, RequestHandler } from 'express';
import * as z from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { ProblemIssue } from '../../shared/problem.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import { collectBody } from './collect-body.ts';
import { parseJsonBytes } from './parse-json-bytes.ts';

/**
 * The handlers that read a JSON body of at most `limitBytes`: no other content type, no compression (a small body could unfold into a huge
 * one), nothing but UTF-8.
 */
export function createBodyReader(limitBytes: number): RequestHandler[] {
  return [
    refuseOtherTypes,
    refuseCompression,
    async (request, response, next) => {
      request.body = parseJsonBytes(await collectBody(request, response, limitBytes));
      next();
    },
  ];
}

const refuseOtherTypes: RequestHandler = (request, _response, next) => {
  const type = request.headers['content-type'] ?? '';
  if (!/^application\/json\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type)) {
    throw new TranslationError('unsupported_media_type', 'The body must be JSON in UTF-8.', {
      hint: 'Send Content-Type: application/json.',
    });
  }
  next();
};

const refuseCompression: RequestHandler = (request, _response, next) => {
  if ((request.headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity') {
    throw new TranslationError('unsupported_media_type', 'A compressed body is not accepted.');
  }
  next();
};

/** The body of a request as its schema says. Throws `invalid_request` with the list of what is wrong. */
export function parseBody<Schema extends ZodMiniType>(
  schema: Schema,
  request: Request,
): z.core.output<Schema> {
  const result = z.core.safeParse(schema, request.body);
  if (result.success) return result.data;
  const issues = result.error.issues.slice(0, mostIssues).flatMap(readIssue);
  const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new TranslationError('invalid_request', `The body is not as it must be: ${list}`, { issues });
}

/** Each of a hundred thousand texts may be wrong. */
const mostIssues = 20;

/** Names that a client made up may be anything: only a few are told, and not whole when they are long. */
const mostUnknownFields = 5;
const longestFieldName = 40;

function readIssue(issue: z.core.$ZodIssue): ProblemIssue[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message }];
  return issue.keys.slice(0, mostUnknownFields).map((key) => ({
    path: [...path, key.slice(0, longestFieldName)].join('.'),
    message: 'is not a field that is known here',
  }));
}
