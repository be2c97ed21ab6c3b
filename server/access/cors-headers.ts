import { getHeader, type RequestFacts } from './request-facts.ts';

/** Whether a browser asks beforehand what an origin may send (Fetch standard, "CORS-preflight fetch"). */
export function isPreflight(facts: RequestFacts): boolean {
  return facts.method === 'OPTIONS' && getHeader(facts, 'access-control-request-method').length > 0;
}

/** What an answer to an allowed origin carries, problems too, so that its script may read it. */
export function getCorsHeaders(origin: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Allow, Retry-After, WWW-Authenticate',
  };
}

/** The whole answer to a preflight of an allowed origin; the browser itself compares it with what it asked for. */
export function getPreflightHeaders(origin: string, facts: RequestFacts): Record<string, string> {
  const asksPrivateNetwork = getHeader(facts, 'access-control-request-private-network').join() === 'true';
  return {
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Allow-Methods': 'GET, POST, DELETE',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key, Last-Event-ID',
    // Ten minutes; what was allowed before is still judged at each request.
    'Access-Control-Max-Age': '600',
    ...(asksPrivateNetwork && { 'Access-Control-Allow-Private-Network': 'true' }),
  };
}
