import * as z from 'zod/mini';
import { historyEntrySchema } from '../history/history-entry.ts';
import { overlaySizeSchema } from '../settings/overlay-size.ts';

/** What a view asks of the background. */
export const viewMessageSchema = z.discriminatedUnion('type', [
  /** Translate; ends what this view had running. */
  z.strictObject({
    type: z.literal('translate'),
    /** Made by the view for each attempt; goes to the server as Idempotency-Key and comes back with every answer. */
    key: z.string(),
    /** One text, or what is left of it where an earlier translation ended. */
    texts: z.array(z.string()),
    /** What stands before it. */
    before: z.optional(z.string()),
    /** BCP 47 tag of the language it is in, which the reader chose; left out: to be found out. */
    source: z.optional(z.string()),
    /** BCP 47 tag; left out when the view doesn't know the setting yet. */
    target: z.optional(z.string()),
    /** Whether it must be that one, though the text be in it already: the reader chose it for this text, or a part is there. */
    isTargetFixed: z.optional(z.boolean()),
    /** Id of the last event that the view has: go on after it. Left out before the first. */
    after: z.optional(z.string()),
  }),
  z.strictObject({ type: z.literal('stop') }),
  /** The reader chose another target language: remember it as the setting; as the second, where the text had gone into that. */
  z.strictObject({
    type: z.literal('remember-target'),
    target: z.string(),
    isSecond: z.optional(z.boolean()),
  }),
  /** The reader gave the overlay another size: remember it; left out: the usual one. */
  z.strictObject({ type: z.literal('remember-size'), size: z.optional(overlaySizeSchema) }),
  /** The reader wants to see source texts too, or not any more: remember it. */
  z.strictObject({ type: z.literal('remember-original'), isShown: z.boolean() }),
  /** Ask the server of the settings whether it is there; the answer comes back under the key. */
  z.strictObject({
    type: z.literal('check-server'),
    key: z.string(),
    /** Whether it must let this extension in, too, and translate into the target of the settings. */
    isSetup: z.optional(z.boolean()),
  }),
  /** A translation has ended whole: keep it, if the reader wants that. */
  z.strictObject({ type: z.literal('keep'), entry: historyEntrySchema }),
  /** Translate in a small window: this view has no place to stay. */
  z.strictObject({
    type: z.literal('show-in-window'),
    text: z.string(),
    /** BCP 47 tags that the reader chose for it; left out: none. */
    source: z.optional(z.string()),
    chosen: z.optional(z.string()),
  }),
  /** Open a page that a content script may not open itself. */
  z.strictObject({ type: z.literal('open'), page: z.enum(['options', 'pair', 'history', 'setup']) }),
]);

export type ViewMessage = z.infer<typeof viewMessageSchema>;
export type TranslateMessage = Extract<ViewMessage, { type: 'translate' }>;
export type OpenedPage = Extract<ViewMessage, { type: 'open' }>['page'];
export type CheckMessage = Omit<Extract<ViewMessage, { type: 'check-server' }>, 'type'>;
export type MoveMessage = Omit<Extract<ViewMessage, { type: 'show-in-window' }>, 'type'>;
export type RememberMessage = Omit<Extract<ViewMessage, { type: 'remember-target' }>, 'type'>;
