import type { PairDecision, PairState } from '../../shared/pair-message.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import { createOneTimeNonces } from './one-time-nonces.ts';
import { createPairRequests, pairRequestLifetimeMs, type PendingPairRequest } from './pair-requests.ts';
import { createPairedExtensions } from './paired-extensions.ts';
import { createPairedExtensionsFile, type PairedExtension } from './paired-extensions-file.ts';

/** What the page `/pair` shows; each nonce is good for one decision about its line. */
export interface PairList {
  pending: (PendingPairRequest & { nonce: string })[];
  allowed: (PairedExtension & { nonce: string })[];
}

/** Which extensions a person allowed to call, and which ones ask. */
export interface Pairing {
  isAllowed(origin: string): boolean;
  /** An extension asks for itself, or asks again to learn the state. Throws `too_many_requests`. */
  request(origin: string, code: string): PairState;
  /** Everything to decide about, with fresh nonces. */
  list(): PairList;
  /** Carries out what the person clicked. Throws `invalid_request` when the nonce is used, old, or another line's. */
  decide(decision: PairDecision): void;
}

export interface PairingOptions {
  dataDir: string;
  /** Gets one sentence when the list of paired extensions can't be read. */
  warn: (sentence: string) => void;
  now?: () => number;
}

export function createPairing({ dataDir, warn, now = Date.now }: PairingOptions): Pairing {
  const requests = createPairRequests(now);
  const nonces = createOneTimeNonces({ now, lifetimeMs: pairRequestLifetimeMs, limit: 1000 });
  const paired = createPairedExtensions(createPairedExtensionsFile(dataDir, warn), warn);

  return {
    isAllowed: (origin) => paired.has(origin),
    request: (origin, code) => (paired.has(origin) ? 'allowed' : requests.ask(origin, code)),
    list: () => ({
      pending: requests
        .list()
        .map((request) => ({ ...request, nonce: nonces.issue(describePending(request)) })),
      allowed: paired.list().map((one) => ({ ...one, nonce: nonces.issue(describeAllowed(one.origin)) })),
    }),
    decide({ action, origin, nonce }) {
      const subject = nonces.use(nonce);
      const pending = requests.list().find((request) => request.origin === origin);
      const expected = action === 'revoke' ? describeAllowed(origin) : pending && describePending(pending);
      if (subject === undefined || subject !== expected) throw createStaleError();
      if (action === 'deny') requests.deny(origin);
      else requests.remove(origin);
      if (action === 'allow') paired.add({ origin, allowedAt: new Date(now()).toISOString() });
      if (action === 'revoke') paired.remove(origin);
    },
  };
}

/** A nonce for one code is worth nothing once the extension shows another one: the reader compared the old one. */
function describePending({ origin, code }: PendingPairRequest): string {
  return `pending ${origin} ${code}`;
}

function describeAllowed(origin: string): string {
  return `allowed ${origin}`;
}

function createStaleError(): TranslationError {
  return new TranslationError('invalid_request', 'This button is of an older page, or was used before.', {
    hint: 'Reload the page /pair and decide again.',
    issues: [
      { path: 'nonce', message: 'was used before, is over five minutes old, or belongs to another line' },
    ],
  });
}
