import { errorCodes, type ErrorCode } from './error-codes.ts';
import type { ErrorData, Problem, ProblemIssue } from './problem.ts';

/** What may be said of a failure beside its code and message. */
export interface TranslationErrorOptions {
  hint?: string | undefined;
  cause?: unknown;
  /** What is wrong, field by field; only with 4xx codes. */
  issues?: ProblemIssue[];
  /** Seconds until another try makes sense; becomes the `Retry-After` header. */
  retryAfterSeconds?: number;
}

/** The only error class of the project: a closed `code` and a message made of facts. */
export class TranslationError extends Error {
  override readonly name = 'TranslationError';
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly issues: ProblemIssue[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: TranslationErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.issues = options.issues;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  /** The failure inside a stream or across contexts. */
  toData(): ErrorData {
    const { code, message, hint } = this;
    return { code, message, ...(hint && { hint }), retryable: errorCodes[code].retryable };
  }

  /** The failure as an HTTP answer (RFC 9457). */
  toProblem(): Problem {
    const { status, title } = errorCodes[this.code];
    const { code, message, hint, retryable } = this.toData();
    return {
      type: 'about:blank',
      title,
      status,
      detail: message,
      code,
      ...(hint && { hint }),
      retryable,
      ...(this.issues && { errors: this.issues }),
    };
  }
}

/** Anything that was thrown as a `TranslationError`; what we did not foresee becomes `internal` without its message, which may hold text. */
export function toTranslationError(thrown: unknown): TranslationError {
  if (thrown instanceof TranslationError) return thrown;
  return new TranslationError('internal', 'The server met a failure it did not foresee.', {
    hint: 'Try again. If it stays, report it with the server log, which holds no text of yours.',
    cause: thrown,
  });
}
