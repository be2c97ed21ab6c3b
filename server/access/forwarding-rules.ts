import { quote, type Refusal } from './refusal.ts';
import type { RequestFacts } from './request-facts.ts';

/** Whether a proxy passed the request on, so that it did not come from this machine, whatever the socket says. */
export function isForwarded(facts: RequestFacts): boolean {
  return findForwardingHeader(facts) !== undefined;
}

/** Refuses what a proxy passed on, unless a token protects the server. */
export function judgeForwarding(facts: RequestFacts, hasToken: boolean): Refusal | undefined {
  const header = findForwardingHeader(facts);
  if (hasToken || header === undefined) return undefined;
  return {
    code: 'forbidden_host',
    message: `The request was passed on by a proxy (it has the header ${quote(header)}), and this server has no token.`,
    hint: 'Call the server directly, or start it with --token.',
  };
}

/** Beside the standard's own, those by which common proxies and tunnels tell whom they speak for. */
const forwardingHeaders: ReadonlySet<string> = new Set([
  'forwarded',
  'via',
  'x-forwarded',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
]);

function findForwardingHeader({ headers }: RequestFacts): string | undefined {
  return [...headers.keys()].find((name) => forwardingHeaders.has(name) || name.startsWith('x-forwarded-'));
}
