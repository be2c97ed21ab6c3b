import type { TranslationProgress } from '../../shared/describe-translation.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { emptyTranslation, foldTranslation } from '../../shared/translation-state.ts';
import type { BackgroundMessage, LanguageChoice } from '../messages/background-message.ts';

/** All that a view shows. */
export interface ViewState extends TranslationProgress {
  /** Of the running or last attempt; undefined before the first. */
  key?: string;
  /** The source text. */
  text: string;
  /** Tag of the language to translate into; empty until the background said it. */
  target: string;
  languages: readonly LanguageChoice[];
}

export const emptyView: ViewState = {
  text: '',
  target: '',
  languages: [],
  translation: emptyTranslation,
  stopped: false,
};

/** The state when an attempt begins: nothing is left of the one before. */
export function beginAttempt({ target, languages }: ViewState, key: string, text: string): ViewState {
  return { ...emptyView, languages, target, key, text };
}

/** The state with another obstacle, or none. */
export function setObstacle(state: ViewState, obstacle: Obstacle | undefined): ViewState {
  const { obstacle: _gone, ...rest } = state;
  return obstacle ? { ...rest, obstacle } : rest;
}

/** The state after one more message. Pure; what comes too late, of an attempt that was stopped or replaced, changes nothing. */
export function foldMessage(state: ViewState, message: BackgroundMessage): ViewState {
  if (message.type === 'hello')
    return { ...state, target: state.target || message.target, languages: message.languages };
  if (message.type === 'job' || message.type === 'server-status') return state;
  if (message.key !== state.key || state.stopped) return state;
  if (message.type === 'obstacle') return setObstacle(state, message.obstacle);
  return { ...state, translation: foldTranslation(state.translation, message.event) };
}
