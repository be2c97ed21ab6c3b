import type { RequestHandler } from 'express';
import * as z from 'zod/mini';
import { languages } from '../../shared/languages.ts';
import { engineNames } from '../../shared/translate-request.ts';
import type { Dependencies } from '../dependencies.ts';

/** `GET /health`: that the server runs, and which version. Needs no token and looks at nothing else. */
export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() });

const pairs = z.array(z.object({ source: z.string(), target: z.string() }));

/** `GET /v1/engines`: every engine, whether it can work now, and which one a request without wishes gets. */
export const enginesSchema = z.object({
  engines: z.array(
    z.object({
      name: z.enum(engineNames),
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
  pairs: z.array(z.object({ engine: z.enum(engineNames), any: z.boolean(), pairs })),
});

export function createHealthHandler({ version }: Dependencies): RequestHandler {
  const health: z.infer<typeof healthSchema> = { status: 'ok', version };
  return (_request, response) => {
    response.json(health);
  };
}

export function createEnginesHandler({ engines }: Dependencies): RequestHandler {
  return async (_request, response) => {
    const chosen = await engines.choose({});
    const answer: z.infer<typeof enginesSchema> = {
      engines: await Promise.all(
        engines.engines.map(async (engine) => ({
          name: engine.name,
          chosen: engine === chosen,
          defaultModel: engine.defaultModel,
          ...(await engines.probe(engine)),
        })),
      ),
    };
    response.json(answer);
  };
}

export function createLanguagesHandler({ engines }: Dependencies): RequestHandler {
  const answer: z.infer<typeof languagesSchema> = {
    languages: languages.map(({ tag, english, own, script, direction }) => ({
      tag,
      english,
      own,
      script,
      direction,
    })),
    pairs: engines.engines.map(({ name, pairs }) => ({
      engine: name,
      any: !pairs,
      pairs: [...(pairs ?? [])],
    })),
  };
  return (_request, response) => {
    response.json(answer);
  };
}
