import { randomBytes } from 'node:crypto';

export interface OneTimeNonces {
  /** A new nonce that stands for `subject`. */
  issue(subject: string): string;
  /** What a nonce stands for; undefined when it was used before, is too old or was never issued. */
  use(nonce: string): string | undefined;
}

export interface NonceOptions {
  now: () => number;
  lifetimeMs: number;
  /** How many are kept; the oldest go first, so that loading a page over and over fills no memory. */
  limit: number;
}

/** Proof that an answer comes from a page that was served before, once: a copy of the answer proves nothing. */
export function createOneTimeNonces({ now, lifetimeMs, limit }: NonceOptions): OneTimeNonces {
  const issued = new Map<string, { subject: string; expiresAt: number }>();
  return {
    issue(subject) {
      const nonce = randomBytes(16).toString('base64url');
      issued.set(nonce, { subject, expiresAt: now() + lifetimeMs });
      const [oldest] = issued.keys();
      if (issued.size > limit && oldest !== undefined) issued.delete(oldest);
      return nonce;
    },
    use(nonce) {
      const entry = issued.get(nonce);
      issued.delete(nonce);
      return entry && entry.expiresAt > now() ? entry.subject : undefined;
    },
  };
}
