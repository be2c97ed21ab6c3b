import { isRunning } from '../../shared/describe-translation.ts';
import type { ViewState } from '../view/view-state.ts';

/** The text whose translation is asked for and not over, be it that the user must do something first; empty when there is none. Pure. */
export function getAwaitedText(state: ViewState): string {
  return state.key !== undefined && isRunning(state) ? state.text : '';
}
