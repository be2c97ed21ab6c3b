import { isComplete, type TranslationProgress } from '../../shared/describe-translation.ts';
import { getOutcome } from '../../shared/translation-state.ts';

/**
 * How a view came to a running translation again: its connection was lost for a while, or the view itself was closed; that until it has joined
 * the stream.
 */
export type Comeback = 'reconnected' | 'reopened';

/**
 * Whether a translation that turns out to have ended meanwhile goes on with what is left, without being told: when the server gave up waiting for this
 * reader, and in a view that was opened again also when it has forgotten the stream since. Pure.
 */
export function shouldGoOn(progress: TranslationProgress, comeback: Comeback | undefined): boolean {
  if (comeback === undefined || progress.stopped || isComplete(progress)) return false;
  if (getOutcome(progress.translation) === 'cancelled') return true;
  return comeback === 'reopened' && isGone(progress);
}

/** The server says so in place of the stream, or as its last event. */
function isGone({ translation, obstacle }: TranslationProgress): boolean {
  const error = translation.error ?? (obstacle?.kind === 'problem' ? obstacle.error : undefined);
  return error?.code === 'stream_gone';
}
