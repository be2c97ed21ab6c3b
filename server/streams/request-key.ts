import { createHash } from 'node:crypto';
import { TranslationError } from '../../shared/translation-error.ts';
import type { KeyClaim, RecordStore } from './record-store.ts';

/** An Idempotency-Key as it is kept: only digests, since the key is the caller's and the request holds text. */
export interface RequestKey {
  /** Of key and caller: nobody can join another's stream by its key. */
  key: string;
  /** Of the request. */
  fingerprint: string;
}

/** What an Idempotency-Key of a caller stands for, with the body that came under it. */
export function createRequestKey(
  caller: string | undefined,
  idempotencyKey: string,
  body: unknown,
): RequestKey {
  return {
    key: digest([caller ?? '', idempotencyKey]),
    fingerprint: digest(body),
  };
}

/** Tells requests apart without keeping them. */
export function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/**
 * The stream that a key stands for, if it may be joined: it runs, or it ended whole and is still kept. Else the one that may be replaced. Throws
 * `invalid_request` when the key came with another request.
 */
export async function findKeyedStream(
  records: RecordStore,
  { key, fingerprint }: RequestKey,
): Promise<{ joined?: string; replaced?: string }> {
  const claim = await records.findClaim(key);
  if (!claim) return {};
  refuseOtherRequest(claim, fingerprint);
  const state = await records.find(claim.id);
  const isJoinable = state && !state.isAbandoned && (!state.isClosed || state.isComplete);
  return isJoinable ? { joined: claim.id } : { replaced: claim.id };
}

/** Throws `invalid_request` when a key stands for another request than the one it came with. */
export function refuseOtherRequest(claim: KeyClaim, fingerprint: string): void {
  if (claim.fingerprint === fingerprint) return;
  throw new TranslationError('invalid_request', 'This Idempotency-Key came with another request before.', {
    hint: 'Make a new key for each request; send the same one only to repeat a request.',
    issues: [{ path: 'Idempotency-Key', message: 'belongs to another request' }],
  });
}
