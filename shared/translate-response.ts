import * as z from 'zod/mini';
import { errorDataSchema } from './problem.ts';
import { eventSchemas, timingSchema, usageSchema } from './translation-event.ts';

/** The answer of `POST /v1/translate` as one JSON document: `translations[i]` belongs to text i of the request. */
export const translateResponseSchema = z.object({
  translations: z.array(
    z.object({
      text: z.string(),
      source: z.string(),
      complete: z.boolean(),
      checks: eventSchemas.segment.shape.checks,
      error: z.optional(errorDataSchema),
    }),
  ),
  engine: z.string(),
  model: z.string(),
  complete: z.boolean(),
  reason: eventSchemas.done.shape.reason,
  usage: usageSchema,
  timing: timingSchema,
});

export type TranslateResponse = z.infer<typeof translateResponseSchema>;
