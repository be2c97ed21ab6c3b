import type { Caller } from './caller.ts';
import { isPreflight } from './cors-headers.ts';
import { judgeForwarding } from './forwarding-rules.ts';
import { judgeHost, type HostRules } from './host-rules.ts';
import { findSender, type OriginRules, type Sender } from './origin-rules.ts';
import type { Refusal } from './refusal.ts';
import type { RequestFacts } from './request-facts.ts';
import { dependsOnToken, judgeToken, type TokenRules } from './token-rules.ts';

export interface AccessRules {
  hosts: HostRules;
  origins: OriginRules;
  tokens: TokenRules;
}

/** What becomes of a request. `readableBy` is the allowed origin whose scripts may read the answer. */
export type Verdict =
  | { type: 'pass'; caller: Caller; readableBy: string | undefined }
  | { type: 'preflight'; origin: string }
  | { type: 'refuse'; refusal: Refusal; readableBy: string | undefined };

/** Who may call: Host, forwarding, Origin, token and pairing, in this order, so that a rule may rely on those before it. */
export function judgeRequest(facts: RequestFacts, rules: AccessRules): Verdict {
  const refusal = judgeHost(facts, rules.hosts) ?? judgeForwarding(facts, rules.tokens.secret !== undefined);
  if (refusal) return refuse(refusal);
  const sender = findSender(facts, rules.origins);
  if ('code' in sender) return refuse(sender);
  if (sender.kind !== 'local' && isPreflight(facts)) return judgePreflight(sender);
  return dependsOnToken(facts, rules.tokens)
    ? judgeWithToken(facts, sender, rules.tokens)
    : judgeWithoutToken(facts, sender);
}

/** Browsers send preflights without a token, so they are judged by the origin alone. */
function judgePreflight({ kind, origin }: Exclude<Sender, { kind: 'local' }>): Verdict {
  return kind === 'unpaired' ? refuse(askToPair(origin)) : { type: 'preflight', origin };
}

function judgeWithoutToken(facts: RequestFacts, sender: Sender): Verdict {
  const { kind, origin } = sender;
  if (kind !== 'unpaired') return { type: 'pass', caller: { kind, origin, key: origin }, readableBy: origin };
  // The one thing an unknown extension may do: ask. The route itself sees to it that it does nothing else.
  const isAsking = facts.method === 'POST' && facts.path === '/pair';
  if (!isAsking) return refuse(askToPair(origin));
  return { type: 'pass', caller: { kind, origin, key: origin }, readableBy: undefined };
}

function judgeWithToken(facts: RequestFacts, sender: Sender, rules: TokenRules): Verdict {
  const holder = judgeToken(facts, rules);
  const readableBy = sender.kind === 'unpaired' ? undefined : sender.origin;
  if ('code' in holder) return { type: 'refuse', refusal: holder, readableBy };
  // Whoever gave the extension the token has allowed it by that.
  const kind = sender.kind === 'unpaired' ? 'allowed' : sender.kind;
  const caller: Caller = { kind, origin: sender.origin, key: holder.key };
  return { type: 'pass', caller, readableBy: sender.origin };
}

function askToPair(origin: string): Refusal {
  return {
    code: 'pairing_required',
    message: `Nobody has allowed the extension ${origin} on this machine yet.`,
    hint: 'Pair it: the extension shows a code, and the page /pair of this server asks whether it may call.',
  };
}

function refuse(refusal: Refusal): Verdict {
  return { type: 'refuse', refusal, readableBy: undefined };
}
