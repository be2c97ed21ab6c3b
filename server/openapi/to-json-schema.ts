import * as z from 'zod';
import type { ZodMiniType } from 'zod/mini';

/** A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. `input`: what a client sends; `output`: what it gets. */
export function toJsonSchema(schema: ZodMiniType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
