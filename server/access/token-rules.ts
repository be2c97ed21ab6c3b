import { createHash, timingSafeEqual } from 'node:crypto';
import type { Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

/** Refuses a request without the right `Authorization: Bearer …` (RFC 6750, section 2.1). */
export function judgeToken(facts: RequestFacts, token: string): Refusal | undefined {
  const credentials = getHeader(facts, 'authorization');
  const header = credentials.length === 1 ? credentials[0] : undefined;
  const sent = /^bearer +(?<token>\S+) *$/i.exec(header ?? '')?.groups?.token;
  if (sent !== undefined && isSameSecret(sent, token)) return undefined;
  return {
    code: 'unauthorized',
    message:
      credentials.length === 0
        ? 'The request has no token.'
        : 'The token of the request is not the right one.',
    hint: 'Send the header "Authorization: Bearer …" with the token the server was started with.',
  };
}

/** The bare pages, which ask for the token themselves, and liveness; nothing here tells anything about texts or settings. */
export function isOpenWithoutToken({ method, path }: RequestFacts): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const isBarePage = path === '/health' || path === '/translate' || path === '/docs';
  return isBarePage || path.startsWith('/pages/assets/');
}

/** Compares digests, which are of one length, so that the time taken tells neither the secret nor how long it is. */
function isSameSecret(sent: string, secret: string): boolean {
  return timingSafeEqual(digest(sent), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
