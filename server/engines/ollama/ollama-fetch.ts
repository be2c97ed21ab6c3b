import { Agent, fetch as undiciFetch, type RequestInit, type Response as UndiciResponse } from 'undici';
import * as z from 'zod/mini';
import type { TranslationError } from '../../../shared/translation-error.ts';
import type { OllamaFailure } from './ollama-error.ts';

/** Makes the error for a failure. */
export type Fail = (failure: OllamaFailure) => TranslationError;

/** Connections to one Ollama server. */
export function createAgent(): Agent {
  return new Agent({
    // Only our own limits count: while a model loads or reads a long prompt there are no headers for minutes.
    headersTimeout: 0,
    bodyTimeout: 0,
    // No connection is used twice: one that died meanwhile (Ollama restarted) would fail a request that Ollama never saw.
    pipelining: 0,
  });
}

/**
 * The `fetch` for one request of the `ollama` package. It ends whenever the signal is aborted (the package's own abort does nothing before
 * the headers), follows no redirect (texts would go where nobody said), and every failure comes out of it as our own error.
 */
export function createOllamaFetch(agent: Agent, signal: AbortSignal, fail: Fail): typeof fetch {
  return async (input, init) => {
    // The package passes an address and a plain init; undici's types differ from Node's only in members it does not use.
    const options = { ...init, signal, dispatcher: agent, redirect: 'manual' } as RequestInit;
    let response: UndiciResponse;
    try {
      response = await undiciFetch(input as string, options);
    } catch (cause) {
      signal.throwIfAborted();
      throw fail({ kind: 'unreachable', cause });
    }
    const body = readBody(response, signal, fail);
    if (!response.ok) throw fail({ kind: 'status', status: response.status, error: await readError(body) });
    return new Response(ReadableStream.from(body));
  };
}

async function* readBody(
  response: UndiciResponse,
  signal: AbortSignal,
  fail: Fail,
): AsyncGenerator<Uint8Array> {
  try {
    yield* response.body ?? [];
  } catch (cause) {
    signal.throwIfAborted();
    throw fail({ kind: 'incomplete', how: 'cut', cause });
  }
}

/** How Ollama says that something failed: in a line of its own, or as the body of an answer. */
export const errorSchema = z.object({ error: z.string() });

async function readError(body: AsyncIterable<Uint8Array>): Promise<string> {
  const text = await new Response(ReadableStream.from(body)).text();
  try {
    return errorSchema.parse(JSON.parse(text)).error;
  } catch {
    return text;
  }
}
