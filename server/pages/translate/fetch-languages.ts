import type * as z from 'zod/mini';
import type { Obstacle } from '../../../shared/obstacle.ts';
import { enginesSchema, languagesSchema } from '../../../shared/server-information.ts';
import { callServer, serverAddress } from '../server-client.ts';
import { groupLanguages, type LanguageGroups } from './group-languages.ts';

/** The languages that the server knows, those first that its engine translates into now; or why there are none. */
export async function fetchLanguages(): Promise<LanguageGroups | Obstacle> {
  const [languages, engines] = await Promise.all([
    fetchJson('/v1/languages', languagesSchema),
    fetchJson('/v1/engines', enginesSchema),
  ]);
  if ('kind' in languages) return languages;
  if ('kind' in engines) return engines;
  const chosen = engines.engines.find((engine) => engine.chosen);
  const reach = languages.pairs.find(({ engine }) => engine === chosen?.name);
  const targets = reach?.any === false ? reach.pairs.map(({ target }) => target) : undefined;
  return groupLanguages(languages.languages, targets);
}

async function fetchJson<Schema extends z.ZodMiniType<object>>(
  path: string,
  schema: Schema,
): Promise<z.infer<Schema> | Obstacle> {
  const answer = await callServer(path);
  if (!(answer instanceof Response)) return answer;
  const body: unknown = await answer.json().catch(() => undefined);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : { kind: 'unreadable', server: serverAddress };
}
