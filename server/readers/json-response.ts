import type { ErrorData } from '../../shared/problem.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { TranslateResponse } from '../../shared/translate-response.ts';
import type { EventData } from '../../shared/translation-event.ts';
import {
  emptyTranslation,
  foldTranslation,
  getTranslatedText,
  type TranslationState,
} from '../../shared/translation-state.ts';
import type { ReadEvent } from './with-read-failure.ts';

/**
 * Reads a stream to its end as one JSON answer. Throws the stream's failure when no segment was finished or cut, so that the client gets a problem
 * with its status; undefined when reading ended early because nobody waits any more.
 */
export async function readJsonResponse(
  events: AsyncIterable<ReadEvent>,
  textCount: number,
): Promise<TranslateResponse | undefined> {
  let state = emptyTranslation;
  for await (const { event } of events) state = foldTranslation(state, event);
  const failure = state.error ?? state.segments.find(({ error }) => error)?.error;
  const hasResult = state.segments.some(({ status }) => status !== undefined && status !== 'failed');
  if (failure && !hasResult)
    throw new TranslationError(failure.code, failure.message, { hint: failure.hint });
  return toResponse(state, textCount);
}

/** What stands in for `done` when the stream ended in an error after some of its segments were finished; nobody measured then. */
function createFailedEnd({ segments }: TranslationState): EventData<'done'> {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  const characters = segments.reduce((sum, { start, end }) => sum + end - start, 0);
  return { complete: false, reason: 'failed', usage: { characters }, timing };
}

function toResponse(state: TranslationState, textCount: number): TranslateResponse | undefined {
  const { start, error } = state;
  const done = state.done ?? (error && createFailedEnd(state));
  if (!start || !done) return undefined;
  return {
    translations: Array.from({ length: textCount }, (_, text) => toTranslation(state, text)),
    engine: start.engine,
    model: start.model,
    ...done,
  };
}

function toTranslation(state: TranslationState, text: number): TranslateResponse['translations'][number] {
  const segments = state.segments.filter((segment) => segment.text === text);
  const complete = segments.every(({ status }) => status === 'translated' || status === 'unchanged');
  const error: ErrorData | undefined =
    segments.find((segment) => segment.error)?.error ?? (complete ? undefined : state.error);
  return {
    text: getTranslatedText(state, text),
    source: segments[0]?.source ?? (segments.length > 0 ? state.start?.source : undefined) ?? 'und',
    complete,
    checks: segments.flatMap(({ checks }) => checks),
    ...(error && { error }),
  };
}
