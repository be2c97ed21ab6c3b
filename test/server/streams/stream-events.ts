import type { RecordedEvent } from '../../../server/streams/record-store.ts';
import type { TranslationEvent } from '../../../shared/translation-event.ts';

/** A delta like those that models give. */
export function delta(text: string): TranslationEvent {
  return { event: 'delta', data: { segment: 0, attempt: 1, text } };
}

/** The end of a stream. */
export function done(reason: 'stop' | 'cancelled' = 'stop'): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  return { event: 'done', data: { complete: reason === 'stop', reason, usage: { characters: 1 }, timing } };
}

/** A signal for readers that stay. */
export const staying = new AbortController().signal;

/** What a reader gets until the end. */
export async function collect(events: AsyncIterable<RecordedEvent>): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
