import * as z from 'zod';
import type { ZodMiniType } from 'zod/mini';

/** A schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1. `input`: what a client sends; `output`: what it gets. */
export function toJsonSchema(schema: ZodMiniType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, override: complete });
  return rest;
}

/** Fields of which exactly one is there, wherever an object may have both: zod checks that by functions, which it can't translate. */
const alternatives = [
  ['text', 'texts'],
  ['origin', 'token'],
];

interface TranslatedSchema {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}

function complete({ zodSchema, jsonSchema }: TranslatedSchema): void {
  // What our own clients read an unknown word as is no default.
  if (zodSchema._zod.def.type === 'catch') delete jsonSchema.default;
  const { properties = {} } = jsonSchema;
  const fields = alternatives.find((names) => names.every((name) => Object.hasOwn(properties, name)));
  if (fields) jsonSchema.oneOf = fields.map((field) => ({ required: [field] }));
}
