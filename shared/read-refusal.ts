import type { Obstacle } from './obstacle.ts';
import { problemSchema } from './problem.ts';

/**
 * What keeps a translation from running, out of a failed answer of `server` (a host with port): the problem in its body (RFC 9457), or
 * `unreadable` for any other body, which no Dragoman server sends. `body`: the parsed JSON, undefined when it was none.
 */
export function readRefusal(body: unknown, server: string): Obstacle {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return { kind: 'unreadable', server };
  const { code, detail, hint, retryable } = problem.data;
  return {
    kind: 'problem',
    error: { code, message: detail, ...(hint !== undefined && { hint }), retryable },
  };
}
