import { createHash, timingSafeEqual } from 'node:crypto';
import type { Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

/** Refuses a request without the right `Authorization: Bearer …` (RFC 6750, section 2.1). */
export function judgeToken(facts: RequestFacts, token: string): Refusal | undefined {
  const credentials = getHeader(facts, 'authorization');
  const sent = credentials.length === 1 ? /^bearer +(?<token>\S+) *$/i.exec(credentials[0] ?? '') : null;
  if (isSameSecret(sent?.groups?.token ?? '', token)) return undefined;
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
  // Node reads header bytes as Latin-1; a secret beyond ASCII was sent as UTF-8.
  return timingSafeEqual(digest(Buffer.from(sent, 'latin1')), digest(Buffer.from(secret, 'utf8')));
}

function digest(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
