import type { RequestHandler } from 'express';
import type * as z from 'zod/mini';
import { languages } from '../../shared/languages.ts';
import type { enginesSchema, healthSchema, languagesSchema } from '../../shared/server-information.ts';
import type { Dependencies } from '../dependencies.ts';

export function createHealthHandler({ version }: Dependencies): RequestHandler {
  const health: z.infer<typeof healthSchema> = { status: 'ok', version };
  return (_request, response) => {
    response.json(health);
  };
}

export function createEnginesHandler({ engines }: Dependencies): RequestHandler {
  return async (_request, response) => {
    const answer: z.infer<typeof enginesSchema> = {
      engines: (await engines.list()).map(({ engine, state, chosen }) => ({
        name: engine.name,
        chosen,
        defaultModel: engine.defaultModel,
        ...state,
      })),
    };
    response.json(answer);
  };
}

export function createMetricsHandler({ metrics, engines, scheduler }: Dependencies): RequestHandler {
  return async (_request, response) => {
    const loads = engines.engines.map((engine) => ({ engine: engine.name, ...scheduler.countTurns(engine) }));
    const text = await metrics.read(loads);
    response.setHeader('Cache-Control', 'no-store').setHeader('Content-Type', metrics.contentType).send(text);
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
