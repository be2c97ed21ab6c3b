import type { Obstacle } from '../../shared/obstacle.ts';
import { readRefusal } from '../../shared/read-refusal.ts';

/** Where the server is, and what it wants to see. */
export interface Server {
  /** Host and port. */
  address: string;
  /** Empty: none. */
  token: string;
}

/** A call of the server. */
export interface ServerCall {
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  headers?: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Calls the server: a response with an ok status, or why there is none. Only the background may do this: a page's script would call with
 * the page's origin and address space. Throws only when the signal aborts.
 */
export async function callServer(server: Server, call: ServerCall): Promise<Response | Obstacle> {
  const response = await fetchFromServer(server, call);
  if (response === undefined) return { kind: 'unreachable', server: server.address };
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => undefined);
  call.signal?.throwIfAborted();
  return readRefusal(body, server.address);
}

/** Undefined when nothing answers: all that fetch says of it is a TypeError. */
async function fetchFromServer(
  { address, token }: Server,
  { method, path, headers, body, signal }: ServerCall,
): Promise<Response | undefined> {
  try {
    return await fetch(`http://${address}${path}`, {
      method,
      headers: {
        ...headers,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(token !== '' && { Authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
    });
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}
