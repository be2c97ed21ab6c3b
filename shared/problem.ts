import * as z from 'zod/mini';
import { errorCodes, type ErrorCode } from './error-codes.ts';

const codes = Object.keys(errorCodes) as [ErrorCode, ...ErrorCode[]];

/** A code of `errorCodes`; one that only a newer server knows reads as `internal`, and its sentences still say what to do. */
const errorCodeSchema = z.catch(z.enum(codes), 'internal');

/** A failure as it travels inside a stream, over a port or out of a worker: plain data, told apart by `code`. */
export const errorDataSchema = z.object({
  code: errorCodeSchema,
  /** What happened, as facts; never the user's text. */
  message: z.string(),
  /** What to do about it; left out when there is nothing to do but try again. */
  hint: z.optional(z.string()),
  /** Whether the same request may succeed later. */
  retryable: z.boolean(),
});

/** One thing that is wrong with a request: `path` is the field (`texts.3`), empty for the body as a whole. */
const problemIssueSchema = z.object({ path: z.string(), message: z.string() });

/** The body of every failed HTTP answer, `application/problem+json` (RFC 9457, section 3) with the members this server adds. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: errorCodeSchema,
  hint: z.optional(z.string()),
  retryable: z.boolean(),
  errors: z.optional(z.array(problemIssueSchema)),
});

export type ErrorData = z.infer<typeof errorDataSchema>;
export type ProblemIssue = z.infer<typeof problemIssueSchema>;
export type Problem = z.infer<typeof problemSchema>;
