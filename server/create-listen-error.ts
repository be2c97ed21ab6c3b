import { TranslationError } from '../shared/translation-error.ts';

interface Obstacle {
  reason: string;
  hint: string;
}

const obstacles: Readonly<Record<string, Obstacle>> = {
  EADDRINUSE: {
    reason: 'another program listens there already',
    hint: 'Stop that program, or take another port with --port.',
  },
  EACCES: {
    reason: 'the system does not allow it',
    hint: 'Ports below 1024 are often kept for administrators; take another one with --port.',
  },
  EADDRNOTAVAIL: {
    reason: 'this machine does not have that address',
    hint: 'Leave --host out, or name an address of this machine.',
  },
  ENOTFOUND: {
    reason: 'no machine has that name',
    hint: 'Leave --host out, or name an address of this machine.',
  },
};

/** The failure for an address that cannot be listened on, with what to do. */
export function createListenError(
  cause: unknown,
  { host, port }: { host: string; port: number },
): TranslationError {
  const code = String(cause instanceof Error && 'code' in cause ? cause.code : undefined);
  const { reason, hint } = obstacles[code] ?? { reason: code, hint: 'Try another --host or --port.' };
  return new TranslationError('invalid_request', `Cannot listen on ${host} port ${port}: ${reason}.`, {
    hint,
    cause,
  });
}
