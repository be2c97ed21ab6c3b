import { isComplete, isRunning } from '../../shared/describe-translation.ts';
import type { ViewState } from '../view/view-state.ts';

/**
 * What the next popup goes on with: a translation that is not over, be it that the user must do something first, or one that failed
 * with a part of it done. Undefined when there is nothing of the kind; what is complete or was stopped is over. Pure.
 */
export function getKeptAttempt(state: ViewState): ViewState | undefined {
  if (state.key === undefined) return undefined;
  const isBroken = !state.stopped && !isComplete(state) && hasText(state);
  // The background tells the languages again.
  return isRunning(state) || isBroken ? { ...state, languages: [], recent: [] } : undefined;
}

function hasText({ translation }: ViewState): boolean {
  return translation.segments.some(({ shown, previous }) => shown !== '' || previous !== '');
}
