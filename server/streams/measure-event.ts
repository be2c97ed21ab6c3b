import type { TranslationEvent } from '../../shared/translation-event.ts';

/** What an event takes beside its text: objects and their members. */
const bareBytes = 150;

/** Roughly what an event takes in memory, in bytes: its text in UTF-16, and for `start` its list of segments. */
export function measureEvent({ event, data }: TranslationEvent): number {
  if (event === 'start') return bareBytes + data.segments.length * bareBytes;
  const text = event === 'delta' || event === 'segment' ? (data.text ?? '') : '';
  return bareBytes + 2 * text.length;
}
