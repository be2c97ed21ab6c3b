import type { TranslationProgress } from '../../shared/describe-translation.ts';
import { getOutcome } from '../../shared/translation-state.ts';

/** How a view came to a running translation again: its connection was lost for a while, or the view itself was closed. */
export type Comeback = 'reconnected' | 'reopened';

/**
 * Whether a translation that turns out to have ended meanwhile goes on with what is left, without being told: when the server gave up waiting for this
 * reader, and in a view that was opened again also when it has forgotten the stream since. Pure.
 */
export function shouldGoOn(progress: TranslationProgress, comeback: Comeback | undefined): boolean {
  if (comeback === undefined || progress.stopped) return false;
  const outcome = getOutcome(progress.translation);
  if (outcome !== 'running') return outcome === 'cancelled';
  const { obstacle } = progress;
  const isGone = obstacle?.kind === 'problem' && obstacle.error.code === 'stream_gone';
  return isGone && comeback === 'reopened';
}
