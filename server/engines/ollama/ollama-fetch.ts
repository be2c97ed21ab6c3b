import type { Agent } from 'undici';
import * as z from 'zod/mini';
import type { TranslationError } from '../../../shared/translation-error.ts';
import { boundFetch, type BoundRequest } from '../bound-fetch.ts';
import { parseJson } from '../parse-json.ts';
import type { OllamaFailure } from './ollama-error.ts';

/** Makes the error for a failure. */
export type Fail = (failure: OllamaFailure) => TranslationError;

/**
 * The `fetch` for one request of the `ollama` package, bound to the signal (the package's own abort does nothing before the headers). Every
 * failure, an answer other than 2xx too, comes out of it as our own error.
 */
export function createOllamaFetch(agent: Agent, signal: AbortSignal, fail: Fail): typeof fetch {
  return async (input, init) => {
    // The package passes an address and a plain init; undici's types differ from Node's only in members it does not use.
    const request = { ...init } as BoundRequest;
    const response = await boundFetch(input as string, request, { agent, signal, fail });
    const { ok, status, body } = response;
    if (!ok) throw fail({ kind: 'status', status, error: await readError(body) });
    return new Response(ReadableStream.from(body));
  };
}

/** How Ollama says that something failed: in a line of its own, or as the body of an answer. */
export const errorSchema = z.object({ error: z.string() });

async function readError(body: AsyncIterable<Uint8Array>): Promise<string> {
  const text = await new Response(ReadableStream.from(body)).text();
  return errorSchema.safeParse(parseJson(text)).data?.error ?? text;
}
