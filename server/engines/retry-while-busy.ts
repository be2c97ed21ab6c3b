import { setTimeout as delay } from 'node:timers/promises';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EngineEvent } from './engine.ts';

/** Tries after the first; with the default wait 4 to 8 s in all. */
const maxRetries = 5;
const defaultFirstWaitMs = 250;

interface RetryOptions {
  signal: AbortSignal;
  /** About how long the first wait is; each further one is twice as long. Default 250. */
  firstWaitMs: number | undefined;
}

/** Calls again, in phase `queued`, as long as the server refuses the call because of others; it does so only before a call begins. */
export async function* retryWhileBusy(
  call: () => AsyncIterable<EngineEvent>,
  { signal, firstWaitMs = defaultFirstWaitMs }: RetryOptions,
): AsyncGenerator<EngineEvent, void> {
  for (let retry = 0; retry < maxRetries; retry += 1) {
    try {
      yield* call();
      return;
    } catch (error) {
      throwUnlessBusy(error);
    }
    yield { type: 'phase', phase: 'queued' };
    await pause(getWaitMs(retry, firstWaitMs), signal);
  }
  yield* call();
}

function throwUnlessBusy(error: unknown): void {
  const isBusy = error instanceof TranslationError && error.retryAfterSeconds !== undefined;
  if (!isBusy) throw error;
}

/** Twice as long each time, and with a random part, so that callers that were refused together do not come back together. */
function getWaitMs(retry: number, firstWaitMs: number): number {
  return firstWaitMs * 2 ** retry * (0.5 + Math.random() / 2);
}

/** An aborted signal ends it by throwing the signal's reason, which the timer itself does not. */
async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw error;
  });
}
