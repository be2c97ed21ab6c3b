import * as z from 'zod/mini';

/** Six digits that the extension makes up and shows, and the page `/pair` shows beside its question: the reader compares them. */
const code = z.string().check(z.regex(/^\d{6}$/, 'must be six digits'));

const revocation = z.strictObject({
  action: z.literal('revoke'),
  /** The extension that shall not call any more. */
  origin: z.optional(z.string()),
  /** Or the program, by the name of its token. */
  token: z.optional(z.string()),
  nonce: z.string(),
});

/**
 * Body of `POST /pair`. `request`: an extension asks for itself, and asks again to learn the state; who asks is the browser's own
 * Origin header. The others are sent by the page `/pair` alone, with the one-time `nonce` it was served with. Errors: 400
 * `invalid_request`, a used or old nonce included; 403 `forbidden_origin`; 429 `too_many_requests` when five others wait.
 */
export const pairRequestSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('request'), code }),
  z.strictObject({
    action: z.enum(['allow', 'deny']),
    /** The extension that is decided about. */
    origin: z.string(),
    nonce: z.string(),
  }),
  revocation.check(
    z.refine(({ origin, token }) => (origin === undefined) !== (token === undefined), {
      path: ['origin'],
      error: 'must be there, or token in its place',
    }),
  ),
]);

/** Answer to `request`, 202: whether the reader has decided yet. Answers to the others are empty, 204. */
export const pairAnswerSchema = z.object({ state: z.enum(['pending', 'allowed', 'denied']) });

export type PairRequest = z.infer<typeof pairRequestSchema>;
export type PairDecision = Exclude<PairRequest, { action: 'request' }>;
export type PairAnswer = z.infer<typeof pairAnswerSchema>;
export type PairState = PairAnswer['state'];
