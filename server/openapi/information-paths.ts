import type { ZodMiniType } from 'zod/mini';
import { detectRequestSchema } from '../../shared/detect-request.ts';
import { detectResponseSchema } from '../../shared/detect-response.ts';
import { enginesSchema, healthSchema, languagesSchema } from '../../shared/server-information.ts';
import {
  bodyCodes,
  describeBody,
  describeJson,
  describePage,
  describeProblems,
  notModified,
} from './responses.ts';

/** The routes that tell what there is. */
export function describeInformation(): object {
  return {
    '/v1/engines': describeGet('What can translate now, and which engine is chosen', enginesSchema),
    '/v1/languages': describeGet('All languages, and the pairs each engine has', languagesSchema),
    '/v1/detect': { post: describeDetecting() },
    '/health': describeGet('Whether the server runs', healthSchema),
    '/metrics': {
      get: {
        summary: 'What the server counts about itself, for Prometheus',
        description:
          'Numbers and a few names of its own: no text, address, token, stream id or model. The README lists them.',
        responses: {
          200: {
            description: 'Text format 0.0.4',
            content: { 'text/plain': { schema: { type: 'string' } } },
          },
          ...notModified,
          ...describeProblems(),
        },
      },
    },
    '/openapi.json': {
      get: {
        summary: 'This document',
        responses: {
          200: {
            description: 'OpenAPI 3.1',
            content: { 'application/json': { schema: { type: 'object' } } },
          },
          ...notModified,
          ...describeProblems(),
        },
      },
    },
  };
}

function describeDetecting(): object {
  return {
    summary: 'Find out the language of one or several texts',
    description:
      'One detection a text, in their order. `und`, with confidence 0, for a text in which nothing tells.',
    requestBody: describeBody(detectRequestSchema),
    responses: {
      200: describeJson('What language each text is in', detectResponseSchema),
      ...describeProblems([...bodyCodes, 'text_too_long']),
    },
  };
}

/** The pages for people. */
export function describePages(): object {
  return {
    '/': {
      get: {
        summary: 'Leads to /translate',
        responses: {
          302: {
            description: 'To /translate',
            headers: { Location: { required: true, schema: { const: '/translate' } } },
          },
          ...describeProblems(),
        },
      },
    },
    '/translate': { get: describePage('A page to try a translation') },
    '/docs': { get: describePage('This document for people') },
  };
}

function describeGet(summary: string, schema: ZodMiniType): object {
  return {
    get: {
      summary,
      responses: { 200: describeJson(summary, schema), ...notModified, ...describeProblems() },
    },
  };
}
