import type { ZodMiniType } from 'zod/mini';
import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts';
import { eventSchemas } from '../../shared/translation-event.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** What every route may answer: the door's refusals, a wrong method, and the unforeseen. */
const everywhere: readonly ErrorCode[] = [
  'unauthorized',
  'forbidden_host',
  'forbidden_origin',
  'pairing_required',
  'method_not_allowed',
  'internal',
];

/** What a route that reads a JSON body may answer besides. */
export const bodyCodes = ['invalid_request', 'unsupported_media_type', 'payload_too_large'] as const;

/** Problems by status, each with the codes it may carry; `codes` are the route's own. */
export function describeProblems(codes: readonly ErrorCode[] = []): Record<string, object> {
  const all = [...codes, ...everywhere];
  const statuses = new Set(all.map((code) => errorCodes[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => [
      status,
      describeProblem(all.filter((code) => errorCodes[code].status === status)),
    ]),
  );
}

function describeProblem(codes: readonly ErrorCode[]): object {
  return {
    description: codes.map((code) => `\`${code}\`: ${errorCodes[code].title}.`).join(' '),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}

/** A successful answer in JSON. */
export function describeJson(description: string, schema: ZodMiniType): object {
  return { description, content: { 'application/json': { schema: toJsonSchema(schema, 'output') } } };
}

/** The events of a translation stream, one line each with the schema of its data. */
export function describeEvents(): object {
  const events = Object.entries(eventSchemas).map(([event, schema]) => ({
    type: 'object',
    properties: { event: { const: event }, id: { type: 'string' }, data: toJsonSchema(schema, 'output') },
  }));
  return { oneOf: events };
}

/** A page for people. */
export function describePage(summary: string): object {
  return {
    summary,
    responses: { 200: { description: summary, content: { 'text/html': {} } }, ...describeProblems() },
  };
}

/** A body in JSON. */
export function describeBody(schema: ZodMiniType): object {
  return { required: true, content: { 'application/json': { schema: toJsonSchema(schema, 'input') } } };
}
