import { Ollama } from 'ollama';
import * as z from 'zod/mini';

const listSchema = z.object({ models: z.array(z.object({ name: z.string() })) });

/** Names of the models that are installed (`/api/tags`). */
export async function listInstalled(url: string, fetch: typeof globalThis.fetch): Promise<string[]> {
  return readNames(await new Ollama({ host: url, fetch }).list());
}

/** Names of the models that are in memory (`/api/ps`). */
export async function listLoaded(url: string, fetch: typeof globalThis.fetch): Promise<string[]> {
  return readNames(await new Ollama({ host: url, fetch }).ps());
}

/** What comes over the wire need not be what the package's types say. */
function readNames(answer: unknown): string[] {
  return listSchema.parse(answer).models.map(({ name }) => name);
}

/** Whether the model is one of those; as in Ollama, no tag means `latest` and case does not matter. */
export function hasModel(names: readonly string[], model: string): boolean {
  const wanted = normalizeName(model);
  return names.some((name) => normalizeName(name) === wanted);
}

function normalizeName(name: string): string {
  const lower = name.toLowerCase();
  return /:[^/]*$/.test(lower) ? lower : `${lower}:latest`;
}
