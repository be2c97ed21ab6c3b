import type { IncomingMessage } from 'node:http';
import { TranslationError } from '../../shared/translation-error.ts';

/** Who sent a request that was let in. */
export interface Caller {
  /** `local`: a program, or a GET of a page or extension; `own`: a page of this server; `unpaired`: an extension that may only ask on `/pair`. */
  kind: 'local' | 'own' | 'allowed' | 'unpaired';
  /** The browser's own Origin header; GETs of our pages and of extensions have none. */
  origin: string | undefined;
  /** What limits and Idempotency-Keys are counted by: `token` or `token:<name>`, else the origin; undefined for local programs without either. */
  key: string | undefined;
}

const callers = new WeakMap<IncomingMessage, Caller>();

export function setCaller(request: IncomingMessage, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request that came through the guard. */
export function getCaller(request: IncomingMessage): Caller {
  const caller = callers.get(request);
  if (!caller) throw new TranslationError('internal', 'A route was mounted before the guard.');
  return caller;
}
