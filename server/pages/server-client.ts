import type { Obstacle } from '../../shared/obstacle.ts';
import { readRefusal } from '../../shared/read-refusal.ts';
import { askForToken } from './token-form.ts';

/** In memory only: a page that is closed or reloaded has forgotten it. */
let token = '';

/** The server of this page, as failures name it. */
export const serverAddress = location.host;

/**
 * Calls the server this page came from. When it wants a token, the reader is asked and the call is made again. Resolves to a response
 * with an OK status, or to what kept the server from giving one.
 */
export async function callServer(path: string, init: RequestInit = {}): Promise<Response | Obstacle> {
  const sentToken = token;
  const response = await fetchOrMiss(path, { ...init, headers: withToken(init.headers) });
  if (!response) return { kind: 'unreachable', server: serverAddress };
  if (response.ok) return response;
  if (response.status !== 401)
    return readRefusal(await response.json().catch(() => undefined), serverAddress);
  // Another call may have asked meanwhile.
  if (token === sentToken) token = await askForToken(token !== '');
  return callServer(path, init);
}

/** Request headers, with the token as soon as the reader gave one. */
export function withToken(headers?: HeadersInit): Headers {
  const all = new Headers(headers);
  if (token !== '') all.set('Authorization', `Bearer ${token}`);
  return all;
}

/** Undefined when nothing answers or the signal aborted: no other error comes of a fetch of ours. */
async function fetchOrMiss(path: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(path, { ...init, cache: 'no-store', redirect: 'error' });
  } catch {
    return undefined;
  }
}
