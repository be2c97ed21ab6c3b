import { isComplete, isRunning } from '../../shared/describe-translation.ts';
import type { ViewState } from '../view/view-state.ts';

/** What is known when typing has paused, or when the reader asks for the translation. */
export interface TranslationFacts {
  /** What is in the text box. */
  text: string;
  /** An input method has not settled it yet. */
  isComposing: boolean;
  /** By key or button; else typing has only paused. */
  isAsked: boolean;
  /** The text that was translated last. */
  lastText: string;
  last: AttemptStage;
}

/** How far the last translation has come; `held` by something in its way. */
export type AttemptStage = 'none' | 'running' | 'held' | 'over' | 'failed';

/** What to do about the text. `stop` ends what runs. */
export type TranslationDecision = 'translate' | 'stop' | 'nothing';

/** Whether to translate what is in the text box. What is shown translated already, or about to be, isn't asked for twice. Pure. */
export function decideTranslation(facts: TranslationFacts): TranslationDecision {
  const { text, isComposing, isAsked, lastText, last } = facts;
  if (isComposing) return 'nothing';
  if (text.trim() === '') return last === 'running' || last === 'held' ? 'stop' : 'nothing';
  // White space around it is the translation's, too, but no reason to begin anew while somebody types.
  const isSame = last !== 'none' && text.toWellFormed().trim() === lastText.trim();
  if (!isSame) return 'translate';
  const mayHelp = isAsked ? last !== 'running' : last === 'failed';
  return mayHelp ? 'translate' : 'nothing';
}

/** Pure. */
export function getAttemptStage(state: ViewState): AttemptStage {
  if (state.key === undefined) return 'none';
  if (isRunning(state)) return state.obstacle ? 'held' : 'running';
  return state.stopped || isComplete(state) ? 'over' : 'failed';
}
