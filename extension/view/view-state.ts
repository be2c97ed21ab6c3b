import { beginRest, getRest, type TranslationWork } from '../../shared/continue-translation.ts';
import { isRunning, type TranslationProgress } from '../../shared/describe-translation.ts';
import { isForUser, type Obstacle } from '../../shared/obstacle.ts';
import { emptyTranslation, foldTranslation } from '../../shared/translation-state.ts';
import type { BackgroundMessage, Job, LanguageChoice } from '../messages/background-message.ts';
import type { TranslateMessage } from '../messages/view-message.ts';

/** Tags of the language that a text is in, empty when it is to be found out, and of the one to translate into. */
export interface LanguagePair {
  source: string;
  target: string;
}

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
  /** Tag of the language that the reader says it is in; absent: it is found out. */
  source?: string;
  /** Tag of the language to translate into; empty until the background said it. */
  target: string;
  /** Tag of the language that the reader chose for this text; absent: it may go into the second where it is in the first already. */
  chosen?: string;
  languages: readonly LanguageChoice[];
  /** Tags of the languages that were chosen last. */
  recent: readonly string[];
  /** Whether the reader wants to see the source text too. */
  showsOriginal: boolean;
}

export const emptyView: ViewState = {
  text: '',
  work: { texts: [] },
  after: '',
  target: '',
  languages: [],
  recent: [],
  showsOriginal: false,
  translation: emptyTranslation,
  stopped: false,
};

/** The state when an attempt begins: nothing is left of the one before, unless it was for the same text: then a choice of the reader is. */
export function beginAttempt(state: ViewState, key: string, text: string): ViewState {
  const { source, target, languages, recent, chosen, showsOriginal } = state;
  // A selection can begin or end in the middle of a surrogate pair, which UTF-8 can't carry.
  const sound = text.toWellFormed();
  const kept = { ...(source !== undefined && { source }), target, languages, recent, showsOriginal };
  const begun = { ...emptyView, ...kept, key, text: sound, work: { texts: [sound] } };
  return chosen !== undefined && text === state.text ? { ...begun, chosen } : begun;
}

/** The state when an attempt begins that goes on where the one before has ended. */
export function beginRestAttempt(state: ViewState, key: string): ViewState {
  const { text } = state;
  const translation = beginRest(state.translation);
  return { ...beginAttempt(state, key, text), translation, work: getRest(translation, text) };
}

/** The state in which the reader chose a language for a text. What went into the second language chooses that; the first stays. */
export function chooseLanguage(state: ViewState, chosen: string, text: string): ViewState {
  return { ...state, text, chosen, target: isRedirected(state) ? state.target : chosen };
}

/** The state in which the reader chose both languages, for this text and those after it; an empty source is to be found out. */
export function choosePair(state: ViewState, { source, target }: LanguagePair): ViewState {
  const { chosen: _past, source: _former, ...rest } = state;
  return { ...rest, ...(source !== '' && { source }), target };
}

/** The state in which a view takes a job, with the languages that the reader chose for its text elsewhere. */
export function takeJob(state: ViewState, { text, source, chosen }: Job): ViewState {
  const { source: _source, chosen: _chosen, ...rest } = state;
  return { ...rest, text, ...(source !== undefined && { source }), ...(chosen !== undefined && { chosen }) };
}

/** Whether the translation goes into the second language, since the text is in the first already. */
export function isRedirected({ translation: { start }, chosen, target }: ViewState): boolean {
  return start !== undefined && chosen === undefined && target !== '' && start.target !== target;
}

/** Tag of the language that is shown: the one it goes into. */
export function getShownTarget({ translation, chosen, target }: ViewState): string {
  return translation.start?.target ?? chosen ?? target;
}

/** What to ask the background for: a part of a translation that is there decides the language of the rest. */
export function getAskedLanguages(
  state: ViewState,
): Partial<Pick<TranslateMessage, 'source' | 'target' | 'isTargetFixed'>> {
  const { translation, chosen, source, target } = state;
  const given = source === undefined ? {} : { source };
  const fixed = (translation.isRest && translation.start?.target) || chosen;
  if (fixed !== undefined) return { ...given, target: fixed, isTargetFixed: true };
  return target === '' ? given : { ...given, target };
}

/** Whether more text is to be expected, by itself. */
export function isGrowing(state: ViewState): boolean {
  return isRunning(state) && !(state.obstacle && isForUser(state.obstacle));
}

/** Whether text is coming just now, piece by piece. */
export function isStreaming(state: ViewState): boolean {
  return state.translation.phase === 'writing' && isGrowing(state);
}

/** The state with another obstacle, or none. */
export function setObstacle(state: ViewState, obstacle: Obstacle | undefined): ViewState {
  const { obstacle: _gone, ...rest } = state;
  return obstacle ? { ...rest, obstacle } : rest;
}

/** What is not ready yet begins anew once it is: there is nothing to go on after. */
function meetObstacle(state: ViewState, obstacle: Obstacle | undefined): ViewState {
  const met = setObstacle(state, obstacle);
  return obstacle?.kind === 'unready' ? { ...met, after: '' } : met;
}

/** The state after one more message. Pure; what comes too late, of an attempt that was stopped or replaced, changes nothing. */
export function foldMessage(state: ViewState, message: BackgroundMessage): ViewState {
  if (message.type === 'hello')
    return {
      ...state,
      target: state.target || message.target,
      languages: message.languages,
      recent: message.recent,
      showsOriginal: message.showsOriginal,
    };
  if (message.type === 'job' || message.type === 'server-status') return state;
  if (message.key !== state.key || state.stopped) return state;
  if (message.type === 'wait') return { ...state, wait: message.wait };
  if (message.type === 'obstacle') return meetObstacle(state, message.obstacle);
  // Whatever was in the way, as a view remembers it that has lost its background meanwhile, is gone.
  const { after, translation, ...free } = setObstacle(state, undefined);
  return {
    ...free,
    after: message.eventId || after,
    translation: foldTranslation(translation, message.event),
  };
}
