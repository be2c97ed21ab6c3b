import type { PairState } from '../../shared/pair-message.ts';
import { TranslationError } from '../../shared/translation-error.ts';

/** How long a question stays open, and how long a denied extension may not ask again. */
export const pairRequestLifetimeMs = 5 * 60_000;
const pendingLimit = 5;

export interface PendingPairRequest {
  origin: string;
  code: string;
}

/** The extensions that asked and are not allowed (yet). Nothing of it outlives the server. */
export interface PairRequests {
  /** Asks, or asks again; a new code replaces the old one. Throws `too_many_requests` when others fill the list. */
  ask(origin: string, code: string): Exclude<PairState, 'allowed'>;
  list(): PendingPairRequest[];
  deny(origin: string): void;
  remove(origin: string): void;
}

interface Entry {
  code: string;
  isDenied: boolean;
  expiresAt: number;
}

export function createPairRequests(now: () => number): PairRequests {
  const entries = new Map<string, Entry>();

  function dropExpired(): void {
    for (const [origin, { expiresAt }] of entries) if (expiresAt <= now()) entries.delete(origin);
  }

  function list(): PendingPairRequest[] {
    dropExpired();
    return [...entries]
      .filter(([, entry]) => !entry.isDenied)
      .map(([origin, { code }]) => ({ origin, code }));
  }

  return {
    ask(origin, code) {
      const pending = list();
      const known = entries.get(origin);
      if (known?.isDenied) return 'denied';
      // Asking again does not keep a question open for ever.
      if (known?.code === code) return 'pending';
      if (!known && pending.length >= pendingLimit) throw createTooManyError();
      entries.set(origin, { code, isDenied: false, expiresAt: now() + pairRequestLifetimeMs });
      return 'pending';
    },
    list,
    deny(origin) {
      entries.set(origin, { code: '', isDenied: true, expiresAt: now() + pairRequestLifetimeMs });
    },
    remove: (origin) => void entries.delete(origin),
  };
}

function createTooManyError(): TranslationError {
  return new TranslationError(
    'too_many_requests',
    `${pendingLimit} other extensions are waiting to be allowed.`,
    {
      hint: 'Open the page /pair of this server and decide about them, or wait five minutes.',
      retryAfterSeconds: pairRequestLifetimeMs / 1000,
    },
  );
}
