import type { TranslationError } from '../../shared/translation-error.ts';

/** How long a model server may say nothing, in milliseconds. */
export interface SilenceLimits {
  /** Before the first token: loading the model and reading the text. */
  firstTokenTimeoutMs: number;
  /** Between two tokens. */
  stallTimeoutMs: number;
}

/** Nothing came for longer than a limit allows. */
export interface Silence {
  kind: 'silent';
  before: 'first-token' | 'next-token';
  limitMs: number;
}

interface LimitOptions {
  limits: SilenceLimits;
  /** Makes the error for a silence. */
  fail: (silence: Silence) => TranslationError;
  /** The caller's own reason to stop. */
  signal: AbortSignal;
}

/**
 * Passes on what `open` gives, token by token, and throws when the next one takes too long. However it ends, also when the reader just stops
 * reading, the signal that `open` got is aborted with it: that closes the connection, which is what stops the model.
 */
export async function* limitSilence<Token>(
  open: (signal: AbortSignal) => AsyncGenerator<Token, void>,
  { signal, ...options }: LimitOptions,
): AsyncGenerator<Token, void> {
  const stop = new AbortController();
  try {
    yield* watch(open(AbortSignal.any([signal, stop.signal])), options, stop);
  } finally {
    stop.abort();
  }
}

/** Only waiting counts: a slow reader is no fault of the server's. */
async function* watch<Token>(
  tokens: AsyncGenerator<Token, void>,
  { limits, fail }: Omit<LimitOptions, 'signal'>,
  stop: AbortController,
): AsyncGenerator<Token, void> {
  let before: Silence['before'] = 'first-token';
  for (;;) {
    const limitMs = before === 'first-token' ? limits.firstTokenTimeoutMs : limits.stallTimeoutMs;
    const silence: Silence = { kind: 'silent', before, limitMs };
    const timer = setTimeout(() => {
      stop.abort(fail(silence));
    }, limitMs);
    const next = await tokens.next().finally(() => {
      clearTimeout(timer);
    });
    if (next.done) return;
    yield next.value;
    before = 'next-token';
  }
}
