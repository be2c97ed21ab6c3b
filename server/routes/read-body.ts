import express, { type Request, type RequestHandler } from 'express';
import { isUtf8 } from 'node:buffer';
import * as z from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { ProblemIssue } from '../../shared/problem.ts';
import { TranslationError } from '../../shared/translation-error.ts';

/**
 * The handlers that read a JSON body of at most `limitBytes`: no other content type, no compression (a small body could unfold into a huge
 * one), nothing but UTF-8.
 */
export function createBodyReader(limitBytes: number): RequestHandler[] {
  return [
    refuseOtherTypes,
    createLengthCheck(limitBytes),
    express.json({
      limit: limitBytes,
      inflate: false,
      strict: false,
      type: () => true,
      verify: refuseBrokenUtf8,
    }),
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

/** Says so before the body is sent: body-parser would first read it to its end. */
function createLengthCheck(limitBytes: number): RequestHandler {
  return (request, _response, next) => {
    if (Number(request.headers['content-length']) > limitBytes) throw createBodyTooLarge();
    next();
  };
}

/** The failure for a body over the limit of its route. */
export function createBodyTooLarge(): TranslationError {
  return new TranslationError('payload_too_large', 'The body is too large.', {
    hint: 'Send less at once. For texts the limit is --body-limit.',
  });
}

function refuseBrokenUtf8(_request: unknown, _response: unknown, body: Buffer): void {
  if (!isUtf8(body)) throw new TranslationError('invalid_request', 'The body is not valid UTF-8.');
}

/** The body of a request as its schema says. Throws `invalid_request` with the list of what is wrong. */
export function parseBody<Schema extends ZodMiniType>(
  schema: Schema,
  request: Request,
): z.core.output<Schema> {
  const result = z.core.safeParse(schema, request.body);
  if (result.success) return result.data;
  const issues = result.error.issues.flatMap(readIssue);
  const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new TranslationError('invalid_request', `The body is not as it must be: ${list}`, { issues });
}

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
