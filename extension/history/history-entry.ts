import * as z from 'zod/mini';

/** A translation that ended whole. */
export const historyEntrySchema = z.object({
  /** Of the attempt: what is told twice is kept once. */
  id: z.string(),
  /** When it ended, in milliseconds since 1970. */
  at: z.number(),
  /** BCP 47 tag; `und` when nobody knows. */
  source: z.string(),
  /** BCP 47 tag. */
  target: z.string(),
  text: z.string(),
  translation: z.string(),
});

export type HistoryEntry = z.infer<typeof historyEntrySchema>;
