import type { ZodMiniType } from 'zod/mini';
import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** What every route may answer: the refusals of what is no good request and of the door, a wrong method, and the unforeseen. */
const everywhere: readonly ErrorCode[] = [
  'invalid_request',
  'unauthorized',
  'forbidden_host',
  'forbidden_origin',
  'pairing_required',
  'method_not_allowed',
  'internal',
];

/** What a route that reads a JSON body may answer besides. */
export const bodyCodes = ['unsupported_media_type', 'payload_too_large'] as const;

/** Headers that a problem has by its status; the ones that it always has are `required`. */
const problemHeaders: Partial<Record<number, object>> = {
  401: { 'WWW-Authenticate': { required: true, description: 'RFC 6750.', schema: { const: 'Bearer' } } },
  405: {
    Allow: { required: true, description: 'The methods that are possible.', schema: { type: 'string' } },
  },
  429: { 'Retry-After': describeRetryAfter(true) },
  503: { 'Retry-After': describeRetryAfter(false) },
};

function describeRetryAfter(required: boolean): object {
  const description = 'Seconds until another try makes sense.';
  return { required, description, schema: { type: 'integer', minimum: 1 } };
}

/** Problems by status, each with the codes it may carry; `codes` are the route's own. */
export function describeProblems(codes: readonly ErrorCode[] = []): Record<string, object> {
  const all = [...codes, ...everywhere];
  const statuses = new Set(all.map((code) => errorCodes[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      describeProblem(
        status,
        all.filter((code) => errorCodes[code].status === status),
      ),
    ]),
  );
}

function describeProblem(status: number, codes: readonly ErrorCode[]): object {
  const headers = problemHeaders[status];
  const schema = {
    $ref: '#/components/schemas/Problem',
    properties: { status: { const: status }, code: { enum: codes } },
  };
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCodes[code].title}.`).join(' '),
    ...(headers && { headers }),
    content: { 'application/problem+json': { schema } },
  };
}

/** What is asked for with `If-None-Match: *` is there (RFC 9110, section 13.1.2); nothing here has a tag to compare. */
export const notModified = { 304: { description: 'To `If-None-Match: *`.' } } as const;

/** A successful answer in JSON. */
export function describeJson(description: string, schema: ZodMiniType): object {
  return { description, content: { 'application/json': { schema: toJsonSchema(schema, 'output') } } };
}

/** What OpenAPI 3.1 has no word for: the schema of an event stream is that of each of its events. */
export function describeEvents(name: 'Event' | 'OriginalEvent'): object {
  return { 'text/event-stream': { schema: { $ref: `#/components/schemas/${name}` } } };
}

/** A page for people. */
export function describePage(summary: string): object {
  return {
    summary,
    responses: {
      200: { description: summary, content: { 'text/html': {} } },
      ...notModified,
      ...describeProblems(),
    },
  };
}

/** A body in JSON. */
export function describeBody(schema: ZodMiniType): object {
  return { required: true, content: { 'application/json': { schema: toJsonSchema(schema, 'input') } } };
}
