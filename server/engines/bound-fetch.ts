import { Agent, fetch as undiciFetch, type RequestInit, type Response as UndiciResponse } from 'undici';
import type { TranslationError } from '../../shared/translation-error.ts';

/** How a connection itself can fail. */
export type ConnectionFailure =
  /** No connection, or it was closed or reset before an answer began. */
  | { kind: 'unreachable'; cause: unknown }
  /** The connection closed before the answer was whole. */
  | { kind: 'incomplete'; how: 'cut'; cause: unknown };

/** What one request is bound to. */
interface Binding {
  agent: Agent;
  signal: AbortSignal;
  /** Makes the error for a failure. */
  fail: (failure: ConnectionFailure) => TranslationError;
}

/** What is sent. */
export type BoundRequest = Pick<RequestInit, 'method' | 'headers' | 'body'>;

/** An answer of any status whose body is still on its way. */
export interface BoundResponse {
  ok: boolean;
  status: number;
  /** The media type, in lower case; empty when there is none. */
  type: string;
  body: AsyncGenerator<Uint8Array, void>;
}

/** Connections to one model server. */
export function createAgent(): Agent {
  return new Agent({
    // Only our own limits count: while a model loads or reads a long prompt there are no headers for minutes.
    headersTimeout: 0,
    bodyTimeout: 0,
    // No connection is used twice: one that died meanwhile (the server restarted) would fail a request that the server never saw.
    pipelining: 0,
  });
}

/**
 * One request of an engine. It ends whenever the signal is aborted, also before the headers and in mid-body, by throwing the signal's reason;
 * follows no redirect, since texts would go where nobody said; and every failure of the connection comes out of it as our own error.
 */
export async function boundFetch(
  url: string,
  request: BoundRequest,
  binding: Binding,
): Promise<BoundResponse> {
  const { agent, signal, fail } = binding;
  let response: UndiciResponse;
  try {
    response = await undiciFetch(url, { ...request, signal, dispatcher: agent, redirect: 'manual' });
  } catch (cause) {
    signal.throwIfAborted();
    throw fail({ kind: 'unreachable', cause });
  }
  const { ok, status, headers } = response;
  const type = headers.get('content-type')?.toLowerCase() ?? '';
  return { ok, status, type, body: readBody(response, binding) };
}

async function* readBody(
  { body }: UndiciResponse,
  { signal, fail }: Binding,
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* body ?? [];
  } catch (cause) {
    signal.throwIfAborted();
    throw fail({ kind: 'incomplete', how: 'cut', cause });
  }
}
