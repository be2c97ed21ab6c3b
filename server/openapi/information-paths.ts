import type { ZodMiniType } from 'zod/mini';
import { enginesSchema, healthSchema, languagesSchema } from '../../shared/server-information.ts';
import { describeJson, describePage, describeProblems } from './responses.ts';

/** The routes that tell what there is. */
export function describeInformation(): object {
  return {
    '/v1/engines': describeGet('What can translate now, and which engine is chosen', enginesSchema),
    '/v1/languages': describeGet('All languages, and the pairs each engine has', languagesSchema),
    '/health': describeGet('Whether the server runs', healthSchema),
    '/openapi.json': {
      get: {
        summary: 'This document',
        responses: { 200: { description: 'OpenAPI 3.1' }, ...describeProblems() },
      },
    },
  };
}

/** The pages for people. */
export function describePages(): object {
  return {
    '/': {
      get: {
        summary: 'Leads to /translate',
        responses: { 302: { description: 'To /translate' }, ...describeProblems() },
      },
    },
    '/translate': { get: describePage('A page to try a translation') },
    '/docs': { get: describePage('This document for people') },
  };
}

function describeGet(summary: string, schema: ZodMiniType): object {
  return { get: { summary, responses: { 200: describeJson(summary, schema), ...describeProblems() } } };
}
