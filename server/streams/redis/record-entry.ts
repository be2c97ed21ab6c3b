import { parseTranslationEvent, type TranslationEvent } from '../../../shared/translation-event.ts';

/** An entry of a record's Redis stream as Redis gives it. */
export type RawEntry = [id: string, fields: string[]];

/**
 * An entry of a record, by its number. An `end` follows the last event and has the next number; a `gap` has the number of the last event that was
 * written before Redis came back, perhaps without it.
 */
export type RecordEntry =
  | { kind: 'event'; number: number; event: TranslationEvent | undefined }
  | { kind: 'end'; number: number; isComplete: boolean }
  | { kind: 'gap'; number: number };

/** The id of an event's entry. Redis refuses `0-0`; our numbers begin at 1. */
export function getEventId(number: number): string {
  return `${number}-0`;
}

/** After the event of that number in Redis's order, and after its gap: who has the event lacks nothing. */
export function getGapId(number: number): string {
  return `${number}-1`;
}

/** What comes after both of them. */
export function getNextId(number: number): string {
  return `${number}-2`;
}

/** The fields of an event's entry. */
export function encodeEvent({ event, data }: TranslationEvent): string[] {
  return ['event', event, 'data', JSON.stringify(data)];
}

/** An entry as it was written. `event` is undefined for one that only a newer server knows; throws (zod) when a known one has a wrong shape. */
export function decodeEntry([id, fields]: RawEntry): RecordEntry {
  const number = Number.parseInt(id, 10);
  const [kind, name = '', , data = ''] = fields;
  if (kind === 'end') return { kind, number, isComplete: name === '1' };
  if (kind === 'gap') return { kind, number };
  return { kind: 'event', number, event: parseTranslationEvent(name, data) };
}
