import type { Caller } from './caller.ts';
import { isForwarded } from './forwarding-rules.ts';
import { isLoopbackAddress } from './loopback.ts';
import { isExtensionOrigin } from './origin-rules.ts';
import type { Refusal } from './refusal.ts';
import { getHeader, type RequestFacts } from './request-facts.ts';

/** Consent is given at the machine itself: a token lets others use the server, never decide who else may. */
export function judgePlace(facts: RequestFacts, remoteAddress: string | undefined): Refusal | undefined {
  if (isLoopbackAddress(remoteAddress) && !isForwarded(facts)) return undefined;
  return {
    code: 'forbidden_host',
    message:
      'Extensions are paired on the machine that the server runs on, and this request came from another.',
  };
}

/** The page holds nonces, so only a tab may read it: no script of an extension, of another page, or of ours. */
export function judgePageView(facts: RequestFacts): Refusal | undefined {
  const isTab = getHeader(facts, 'sec-fetch-dest').every((destination) => destination === 'document');
  if (isTab && getHeader(facts, 'origin').length === 0) return undefined;
  return {
    code: 'forbidden_origin',
    message: 'The page /pair is opened in a tab of its own, not read by a script.',
  };
}

/** Whether it is an extension that asks: a web page can't, and a local program has no need to. */
export function judgeAsking({ origin }: Caller): Refusal | undefined {
  if (origin !== undefined && isExtensionOrigin(origin)) return undefined;
  return {
    code: 'forbidden_origin',
    message: 'Only a browser extension, known by its Origin header, can ask to be paired.',
  };
}

/** Whether it is a person that decides: on our own page, and nowhere else. */
export function judgeDeciding({ kind }: Caller, facts: RequestFacts): Refusal | undefined {
  if (kind === 'own' && getHeader(facts, 'sec-fetch-site').join() === 'same-origin') return undefined;
  return {
    code: 'forbidden_origin',
    message: 'Only the page /pair of this server decides about extensions.',
    hint: 'Open /pair in a tab and click there.',
  };
}
