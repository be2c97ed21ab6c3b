import type { PairDecision, PairState } from '../../shared/pair-message.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import { createAccessListFile, warnOfOpenFolder } from './access-list-file.ts';
import type { AccessList, NamedToken, PairedExtension } from './access-list.ts';
import { AccessMemory, type Alteration } from './access-memory.ts';
import { createOneTimeNonces, type OneTimeNonces } from './one-time-nonces.ts';
import { createPairRequests, pairRequestLifetimeMs, type PendingPairRequest } from './pair-requests.ts';

/** What the page `/pair` shows; each nonce is good for one decision about its line. */
export interface PairList {
  pending: (PendingPairRequest & { nonce: string })[];
  allowed: (PairedExtension & { nonce: string })[];
  tokens: (Omit<NamedToken, 'hash'> & { nonce: string })[];
}

/** Whom a person allowed to call, and which extensions ask. */
export interface Pairing {
  isAllowed(origin: string): boolean;
  /** The tokens that were made for single programs, also by another process meanwhile. */
  listTokens(): readonly NamedToken[];
  /** An extension asks for itself, or asks again to learn the state. Throws `too_many_requests`. */
  request(origin: string, code: string): PairState;
  /** Everything to decide about, with fresh nonces. */
  list(): PairList;
  /** Carries out what the person clicked. Throws `invalid_request` when the nonce is used, old, or another line's. */
  decide(decision: PairDecision): void;
}

/** An extension that may call, or the name of a token. */
interface Subject {
  origin?: string | undefined;
  token?: string | undefined;
}

export interface PairingOptions {
  dataDir: string;
  /** Gets one sentence when the list of who may call can't be read, or is open to others. */
  warn: (sentence: string) => void;
  now?: () => number;
}

export function createPairing({ dataDir, warn, now = Date.now }: PairingOptions): Pairing {
  const requests = createPairRequests(now);
  const nonces = createOneTimeNonces({ now, lifetimeMs: pairRequestLifetimeMs, limit: 1000 });
  const memory = new AccessMemory(createAccessListFile(dataDir, warn), warn);
  warnOfOpenFolder(dataDir, warn);
  const isAllowed = (origin: string): boolean =>
    memory.get().extensions.some((extension) => extension.origin === origin);

  return {
    isAllowed,
    listTokens: () => memory.get().tokens,
    request: (origin, code) => (isAllowed(origin) ? 'allowed' : requests.ask(origin, code)),
    list: () => addNonces(requests.list(), memory.get(), nonces),
    decide(decision) {
      const subject = nonces.use(decision.nonce);
      if (subject === undefined || subject !== describeSubject(decision, requests.list()))
        throw createStaleError();
      if (decision.action === 'revoke') memory.change(leaveOut(decision));
      else if (decision.action === 'deny') requests.deny(decision.origin);
      else {
        requests.remove(decision.origin);
        memory.change(addExtension({ origin: decision.origin, allowedAt: new Date(now()).toISOString() }));
      }
    },
  };
}

function addNonces(
  pending: readonly PendingPairRequest[],
  { extensions, tokens }: AccessList,
  nonces: OneTimeNonces,
): PairList {
  return {
    pending: pending.map((request) => ({ ...request, nonce: nonces.issue(describePending(request)) })),
    allowed: extensions.map((one) => ({ ...one, nonce: nonces.issue(describeAllowed(one)) })),
    tokens: tokens.map(({ name, addedAt }) => ({
      name,
      addedAt,
      nonce: nonces.issue(describeAllowed({ token: name })),
    })),
  };
}

function addExtension(extension: PairedExtension): Alteration {
  return (list) => ({
    ...list,
    extensions: [...list.extensions.filter(({ origin }) => origin !== extension.origin), extension],
  });
}

function leaveOut({ origin, token }: Subject): Alteration {
  return ({ extensions, tokens }) => ({
    extensions: extensions.filter((one) => one.origin !== origin),
    tokens: tokens.filter(({ name }) => name !== token),
  });
}

/** What a nonce must stand for to be good for this decision; undefined when there is nothing to decide. */
function describeSubject(decision: PairDecision, pending: readonly PendingPairRequest[]): string | undefined {
  if (decision.action === 'revoke') return describeAllowed(decision);
  const asked = pending.find(({ origin }) => origin === decision.origin);
  return asked && describePending(asked);
}

/** A nonce for one code is worth nothing once the extension shows another one: the reader compared the old one. */
function describePending({ origin, code }: PendingPairRequest): string {
  return `pending ${origin} ${code}`;
}

function describeAllowed({ origin, token }: Subject): string {
  return origin === undefined ? `token ${token ?? ''}` : `extension ${origin}`;
}

function createStaleError(): TranslationError {
  return new TranslationError('invalid_request', 'This button is of an older page, or was used before.', {
    hint: 'Reload the page /pair and decide again.',
    issues: [
      { path: 'nonce', message: 'was used before, is over five minutes old, or belongs to another line' },
    ],
  });
}
