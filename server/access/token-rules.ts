import { timingSafeEqual } from 'node:crypto';
import type { NamedToken } from './access-list.ts';
import { digestToken } from './named-tokens.ts';
import type { Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

export interface TokenRules {
  /** What every request must carry, or a named token; undefined: local programs and allowed origins call freely. */
  secret: string | undefined;
  /** Tokens of single programs. */
  listNamed: () => readonly Pick<NamedToken, 'name' | 'hash'>[];
}

/** Whose token a request carries: what its limits are counted by. */
export interface TokenHolder {
  key: string;
}

/** Whether the token decides about a request: where one is needed, and where a right one is sent. Many programs send some token whatever they call. */
export function dependsOnToken(facts: RequestFacts, rules: TokenRules): boolean {
  if (isOpenWithoutToken(facts)) return false;
  return rules.secret !== undefined || !('code' in judgeToken(facts, rules));
}

/** Tells whose the token is, or refuses a request without a right `Authorization: Bearer …` (RFC 6750, section 2.1). */
export function judgeToken(facts: RequestFacts, rules: TokenRules): TokenHolder | Refusal {
  const credentials = getHeader(facts, 'authorization');
  const header = credentials.length === 1 ? credentials[0] : undefined;
  const sent = /^bearer +(?<token>\S+) *$/i.exec(header ?? '')?.groups?.token;
  const key = sent === undefined ? undefined : findKey(sent, rules);
  return key === undefined ? refuse(credentials.length > 0) : { key };
}

/** The bare pages, which ask for the token themselves, and liveness; nothing here tells anything about texts or settings. */
export function isOpenWithoutToken({ method, path }: RequestFacts): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const isBarePage = path === '/health' || path === '/translate' || path === '/docs';
  return isBarePage || path.startsWith('/pages/assets/');
}

/**
 * Compares digests, which are of one length, with all there are, so that the time taken tells neither a token nor how long it is, nor which
 * one came near.
 */
function findKey(sent: string, { secret, listNamed }: TokenRules): string | undefined {
  const digest = digestToken(sent);
  const named = listNamed().map(({ name, hash }) => ({
    key: `token:${name}`,
    digest: Buffer.from(hash, 'base64url'),
  }));
  const own = secret === undefined ? [] : [{ key: 'token', digest: digestToken(secret) }];
  const right = [...own, ...named].filter((one) => timingSafeEqual(one.digest, digest));
  return right[0]?.key;
}

function refuse(wasSent: boolean): Refusal {
  return {
    code: 'unauthorized',
    message: wasSent ? 'The token of the request is not a right one.' : 'The request has no token.',
    hint: 'Send the header "Authorization: Bearer …" with the token the server was started with, or one that --add-token made.',
  };
}
