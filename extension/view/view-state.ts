import { beginRest, getRest, type TranslationWork } from '../../shared/continue-translation.ts';
import type { TranslationProgress } from '../../shared/describe-translation.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { emptyTranslation, foldTranslation } from '../../shared/translation-state.ts';
import type { BackgroundMessage, LanguageChoice } from '../messages/background-message.ts';

/** All that a view shows, and what it needs to ask for it again. */
export interface ViewState extends TranslationProgress {
  /** Of the running or last attempt; undefined before the first. */
  key?: string;
  /** The source text. */
  text: string;
  /** What the attempt is to translate: the text, or what an earlier one left of it. */
  work: TranslationWork;
  /** Id of the newest event of the attempt; empty before the first. */
  after: string;
  /** Tag of the language to translate into; empty until the background said it. */
  target: string;
  languages: readonly LanguageChoice[];
}

export const emptyView: ViewState = {
  text: '',
  work: { texts: [] },
  after: '',
  target: '',
  languages: [],
  translation: emptyTranslation,
  stopped: false,
};

/** The state when an attempt begins: nothing is left of the one before. */
export function beginAttempt({ target, languages }: ViewState, key: string, text: string): ViewState {
  return { ...emptyView, languages, target, key, text, work: { texts: [text] } };
}

/** The state when an attempt begins that goes on where the one before has ended. */
export function beginRestAttempt(state: ViewState, key: string): ViewState {
  const { text } = state;
  const translation = beginRest(state.translation);
  return { ...beginAttempt(state, key, text), translation, work: getRest(translation, text) };
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
  // Whatever was in the way, as a view remembers it that has lost its background meanwhile, is gone.
  const { after, translation, ...free } = setObstacle(state, undefined);
  return {
    ...free,
    after: message.eventId || after,
    translation: foldTranslation(translation, message.event),
  };
}
