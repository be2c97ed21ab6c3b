import * as z from 'zod/mini';
import { errorDataSchema } from './problem.ts';
import { requestOptions } from './translate-request.ts';

/** Where a translation stands, in the order it goes through them. */
const phases = ['queued', 'loading', 'reading', 'thinking', 'writing'] as const;
export type Phase = (typeof phases)[number];

/** A part of a text: `text` is the text's index, `start` and `end` are UTF-16 offsets. Segments tile their text without gaps. */
const segmentRange = z.object({ text: z.number(), start: z.number(), end: z.number() });

/** First event, sent with the headers before any model work. `source` is a tag, `und` when nobody knows. */
const start = z.object({
  id: z.string(),
  /** One of `engineNames`; a newer server may have more. */
  engine: z.string(),
  model: z.string(),
  source: z.string(),
  target: z.string(),
  segments: z.array(segmentRange),
  ignored: z.array(z.enum(requestOptions)),
});

/** Sent on each change. `position`: place in the queue from 1, with `queued`. `thoughtChars`: hidden thinking so far, with `thinking`. */
const status = z.object({
  phase: z.enum(phases),
  position: z.optional(z.number()),
  thoughtChars: z.optional(z.number()),
});

/** Append `text` to the segment; a higher `attempt` than before begins the segment anew. 0 is a draft, 1 the first real one. */
const delta = z.object({ segment: z.number(), attempt: z.number(), text: z.string() });

/** What a check found out about a segment. */
const checkResult = z.object({
  check: z.string(),
  status: z.enum(['noted', 'repaired', 'failed']),
  message: z.string(),
});

/** The segment's last word; exactly one a segment. `text`, when there, replaces all deltas. */
const segment = z.object({
  segment: z.number(),
  source: z.string(),
  status: z.enum(['translated', 'unchanged', 'cut', 'failed']),
  text: z.optional(z.string()),
  cached: z.optional(z.boolean()),
  checks: z.array(checkResult),
  error: z.optional(errorDataSchema),
});

/** Tokens as the engine counts them, left out when it does not say; `characters` are the source's UTF-16 units. */
export const usageSchema = z.object({
  inputTokens: z.optional(z.number()),
  outputTokens: z.optional(z.number()),
  thinkingTokens: z.optional(z.number()),
  characters: z.number(),
});

/** Where the time went, in milliseconds. `firstTokenMs` counts from when the request has been read and is 0 when no text came. */
export const timingSchema = z.object({
  queuedMs: z.number(),
  loadMs: z.number(),
  firstTokenMs: z.number(),
  totalMs: z.number(),
  tokensPerSecond: z.number(),
});

/** `complete`: every segment was translated or needed no translation. `reason`: the first that holds of cancelled, failed, length, stop. */
const done = z.object({
  complete: z.boolean(),
  reason: z.enum(['stop', 'length', 'failed', 'cancelled']),
  usage: usageSchema,
  timing: timingSchema,
});

/**
 * The events of a translation stream, by name. Every `data` is JSON. A stream that ends with neither `done` nor `error` was cut.
 * Source: the events table of the HTTP interface in the README.
 */
export const eventSchemas = { start, status, delta, segment, done, error: errorDataSchema } as const;

export type EventName = keyof typeof eventSchemas;
export type TranslationEvent = {
  [Name in EventName]: { event: Name; data: z.infer<(typeof eventSchemas)[Name]> };
}[EventName];
export type EventData<Name extends EventName> = Extract<TranslationEvent, { event: Name }>['data'];
export type SegmentRange = z.infer<typeof segmentRange>;
export type CheckResult = z.infer<typeof checkResult>;

/**
 * An event as it came off the wire, checked. Undefined for names this version does not know, so that a newer server may add some;
 * throws (zod) when a known event has a wrong shape.
 */
export function parseTranslationEvent(name: string, data: string): TranslationEvent | undefined {
  if (!Object.hasOwn(eventSchemas, name)) return undefined;
  const event = name as EventName;
  return { event, data: eventSchemas[event].parse(JSON.parse(data)) } as TranslationEvent;
}
