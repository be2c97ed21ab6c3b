import { hasRest } from './continue-translation.ts';
import { describeError, describeObstacle, type FailureWords } from './describe-obstacle.ts';
import { isForUser, type Obstacle } from './obstacle.ts';
import { areWhole } from './segment-state.ts';
import type { EventData, Phase } from './translation-event.ts';
import { getOutcome, getTranslatedText, type TranslationState } from './translation-state.ts';
import { say, type MessageName } from './say.ts';

/** What takes its time before anything can be read. */
export type WaitingPhase = Extract<Phase, 'loading' | 'reading'>;

/** What earlier waits say of this one. */
export interface ExpectedWait {
  phase: WaitingPhase;
  /** How long it took last time, or takes until the first words; 0: less than is worth telling. */
  seconds: number;
  /** Whether that has clearly passed. */
  isLong: boolean;
}

/** All that a view knows of a translation: its events, folded, and what happened on this side of the wire. */
export interface TranslationProgress {
  translation: TranslationState;
  obstacle?: Obstacle;
  /** Holds as long as its phase does; absent where nothing is known. */
  wait?: ExpectedWait;
  /** The reader stopped it; no event may come of that any more. */
  stopped: boolean;
}

/**
 * Where a translation stands, for `data-state` and styles: `waiting` before the server said anything, its phases, `reconnecting` while the
 * connection is lost, `blocked` while the user must do something first, and four ends. Only `complete` is a success.
 */
export type ProgressName =
  'waiting' | Phase | 'reconnecting' | 'blocked' | 'complete' | 'incomplete' | 'stopped' | 'failed';

/** A translation in words. `line` stands in the quiet status line, or is the sentence of a `failure`. */
export interface TranslationWords {
  state: ProgressName;
  line: string;
  /** Who translates, as soon as that is known. */
  engine?: string;
  failure?: FailureWords;
  /** What was asked for in vain, and what checks found out about the text, in one line; absent when that is nothing. */
  note?: string;
  /** Whether the line tells how long a wait is. */
  isWait?: true;
}

/** Whether something may still happen without the reader. */
export function isRunning(progress: TranslationProgress): boolean {
  return !['complete', 'incomplete', 'stopped', 'failed'].includes(getProgressName(progress));
}

/** Whether the whole text is there. */
export function isComplete(progress: TranslationProgress): boolean {
  return getProgressName(progress) === 'complete';
}

/** Where a translation stands, in one word. Pure. */
function getProgressName(progress: TranslationProgress): ProgressName {
  const { translation } = progress;
  const outcome = getOutcome(translation);
  // The end that the server itself told comes before whatever happened to the connection later.
  if (outcome === 'cancelled') return 'stopped';
  if (outcome !== 'running') return outcome;
  const name = getRunningName(progress);
  // When nothing but the news of the end was lost, nothing was.
  const hasEnded = name === 'stopped' || name === 'failed';
  return hasEnded && areWhole(translation.segments) ? 'complete' : name;
}

/** The same while the server has not told an end. */
function getRunningName({ translation, obstacle, stopped }: TranslationProgress): ProgressName {
  if (stopped) return 'stopped';
  return obstacle ? getObstacleName(obstacle) : (translation.phase ?? 'waiting');
}

function getObstacleName(obstacle: Obstacle): ProgressName {
  if (obstacle.kind === 'reconnecting') return 'reconnecting';
  return isForUser(obstacle) ? 'blocked' : 'failed';
}

/** The words for a translation as it stands; the same in every view. Pure. */
export function describeTranslation(progress: TranslationProgress): TranslationWords {
  const { start } = progress.translation;
  const state = getProgressName(progress);
  const failure = getFailure(progress, state);
  const wait = getWait(progress.wait, state);
  const note = [getIgnored(start), getNote(progress.translation)].join(' ').trim();
  return {
    state,
    line: failure?.line ?? wait ?? getLine(progress.translation, state),
    ...(wait !== undefined && { isWait: true }),
    ...(start && { engine: describeEngine(start) }),
    ...(failure && { failure }),
    ...(note !== '' && { note }),
  };
}

/** What an engine is called in sentences; a newer server may have more. */
export function getEngineTitle(engine: string): string {
  if (engine === 'ollama') return 'Ollama';
  return engine === 'openai' ? say('engineOpenai') : engine;
}

/** Who translates: "Ollama, qwen3:8b". */
export function describeEngine({ engine, model }: Pick<EventData<'start'>, 'engine' | 'model'>): string {
  if (engine === 'bergamot') return say('builtInModel', model);
  return say('engineModel', getEngineTitle(engine), model);
}

function getLine(translation: TranslationState, state: ProgressName): string {
  const { position, segments } = translation;
  if (state === 'queued' && position !== undefined) return say('queuedAt', position);
  if (state === 'complete' && segments.every(({ status }) => status === 'unchanged')) return say('unchanged');
  const isPartial = state === 'stopped' && getTranslatedText(translation) !== '';
  return isPartial ? say('stoppedHalfway') : say(getLineName(state));
}

/** The message of the status line; those that have a failure as well say its sentence instead. */
function getLineName(state: ProgressName): MessageName {
  return state === 'failed' || state === 'blocked' ? 'incomplete' : state;
}

function getWait(wait: ExpectedWait | undefined, state: ProgressName): string | undefined {
  if (wait?.phase !== state) return undefined;
  if (wait.isLong) return say('longer');
  if (wait.seconds === 0) return undefined;
  return state === 'loading' ? say('loadingAsBefore', wait.seconds) : say('firstWords', wait.seconds);
}

function getFailure(
  { translation, obstacle }: TranslationProgress,
  state: ProgressName,
): FailureWords | undefined {
  if (state === 'incomplete') return offerRest(describeIncomplete(translation), translation);
  if (state === 'blocked') return obstacle && describeObstacle(obstacle);
  if (state !== 'failed') return undefined;
  const said = translation.error ? describeError(translation.error) : obstacle && describeObstacle(obstacle);
  return said && offerRest(warnOfPart(said, translation), translation);
}

/** What is shown must not pass for the whole. */
function warnOfPart(said: FailureWords, translation: TranslationState): FailureWords {
  const hasText = translation.segments.some(({ shown, previous }) => shown !== '' || previous !== '');
  if (!hasText) return said;
  return { ...said, advice: [said.advice ?? '', say('incomplete')].join(' ').trim() };
}

/** Where trying again may help, it need not begin with what is whole already. */
function offerRest(said: FailureWords, translation: TranslationState): FailureWords {
  return said.action === 'retry' && hasRest(translation) ? { ...said, action: 'go-on' } : said;
}

function describeIncomplete(translation: TranslationState): FailureWords {
  const { done, segments } = translation;
  const error = segments.find((segment) => segment.error)?.error;
  if (error) return describeError(error);
  // A check that found it out says it itself, with what to do.
  if (getNote(translation) !== '') return { line: say('incomplete'), action: 'retry' };
  if (done?.reason === 'length') return { line: say('lengthLimit'), action: 'retry' };
  return { line: say('partFailed'), action: 'retry' };
}

/** What a check found and a further attempt repaired is nobody's trouble. */
function getNote({ segments }: TranslationState): string {
  const told = segments.flatMap(({ checks }) => checks.filter(({ status }) => status !== 'repaired'));
  return [...new Set(told.map(({ message }) => message))].join(' ');
}

/** What a reader may ask of a translation, by the name of the option. */
const wishNames: Partial<Record<string, MessageName>> = {
  instructions: 'wishInstructions',
  formality: 'wishFormality',
  glossary: 'wishGlossary',
  model: 'wishModel',
};

/** What the reader asked of the translation and this engine can't follow; the rest of a request is none of their wishes. */
function getIgnored(start: EventData<'start'> | undefined): string {
  const wishes = start?.ignored.flatMap((option) => wishNames[option] ?? []).map((name) => say(name)) ?? [];
  return wishes.length === 0 ? '' : say('ignored', wishes.join(', '));
}
