import { isComplete } from '../../shared/describe-translation.ts';
import { getTranslatedText } from '../../shared/translation-state.ts';
import type { ViewState } from '../view/view-state.ts';
import type { HistoryEntry } from './history-entry.ts';

/** What is worth keeping of a translation that has just ended; undefined when it isn't whole or nothing needed translating. Pure. */
export function getHistoryEntry(
  { key, text, translation, ...state }: ViewState,
  at: number,
): HistoryEntry | undefined {
  const { start, segments } = translation;
  const isOver = isComplete({ translation, ...state });
  if (key === undefined || !start || !isOver || segments.every(({ status }) => status === 'unchanged'))
    return undefined;
  const { source, target } = start;
  return { id: key, at, source, target, text, translation: getTranslatedText(translation) };
}
