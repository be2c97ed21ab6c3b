import * as z from 'zod/mini';

/** `GET /health`: that the server runs, and which version. Needs no token and looks at nothing else. */
export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

const pairs = z.array(z.object({ source: z.string(), target: z.string() }));

/** `GET /v1/engines`: every engine, whether it can work now, and which one a request without wishes gets. */
export const enginesSchema = z.object({
  engines: z.array(
    z.object({
      name: z.string(),
      available: z.boolean(),
      /** Whether a request that names no engine gets this one now. */
      chosen: z.boolean(),
      defaultModel: z.string(),
      models: z.array(z.string()),
      message: z.string(),
      fix: z.optional(z.string()),
    }),
  ),
});

/** `GET /v1/languages`: the languages, and what each engine translates: any pair, or those listed. */
export const languagesSchema = z.object({
  languages: z.array(
    z.object({
      tag: z.string(),
      english: z.string(),
      own: z.string(),
      script: z.string(),
      direction: z.enum(['ltr', 'rtl']),
    }),
  ),
  pairs: z.array(z.object({ engine: z.string(), any: z.boolean(), pairs })),
});
