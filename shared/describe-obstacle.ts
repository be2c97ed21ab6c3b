import type { ErrorCode } from './error-codes.ts';
import type { Obstacle } from './obstacle.ts';
import type { ErrorData } from './problem.ts';
import { waitingWords, words } from './words.ts';

/** What a button of a view does; how is the view's own affair. */
export type ActionName = 'retry' | 'go-on' | 'pair' | 'allow' | 'options' | 'reload' | 'setup';

/** A failure in words: what happened, what to do, and at most one button. */
export interface FailureWords {
  line: string;
  advice?: string;
  action?: ActionName;
}

/** Failures that the same request would meet again whatever the reader does elsewhere: no button to try again. */
const hopeless: ReadonlySet<ErrorCode> = new Set([
  'invalid_request',
  'forbidden_host',
  'forbidden_origin',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'unsupported_language',
  'text_too_long',
]);

/** A failure that the server named: its own sentences where they are for people, and the button that helps. */
export function describeError({ code, message, hint }: ErrorData): FailureWords {
  // The server's own hint is for programs: it names the header.
  if (code === 'unauthorized') return { line: message, advice: words.unauthorizedAdvice, action: 'options' };
  // The server's own words are about streams, which are none of a reader's business.
  if (code === 'stream_gone')
    return { line: words.streamGone, advice: words.streamGoneAdvice, action: 'retry' };
  const said = { line: message, ...(hint !== undefined && { advice: hint }) };
  return hopeless.has(code) ? said : { ...said, action: 'retry' };
}

/** What a kind of obstacle is called when its words need nothing else. */
const fixedWords = {
  cut: { line: words.cut, action: 'retry' },
  reconnecting: { line: words.reconnecting },
  interrupted: { line: words.interrupted, action: 'retry' },
  'outdated-page': { line: words.outdatedPage, advice: words.outdatedPageAdvice, action: 'reload' },
  'no-text': { line: words.noText, advice: words.noTextAdvice },
  permission: { line: words.permission, advice: words.permissionAdvice, action: 'allow' },
  pairing: { line: words.pairing, advice: words.pairingAdvice, action: 'pair' },
  'pairing-denied': { line: words.pairingDenied, advice: words.pairingDeniedAdvice, action: 'retry' },
} as const satisfies Partial<Record<Obstacle['kind'], FailureWords>>;

/** An obstacle in words. */
export function describeObstacle(obstacle: Obstacle): FailureWords {
  switch (obstacle.kind) {
    case 'problem':
      return describeError(obstacle.error);
    case 'unreachable':
      return { line: words.unreachable, advice: words.unreachableAdvice(obstacle.server), action: 'retry' };
    case 'silent':
      return { line: words.silent(obstacle.server), advice: words.silentAdvice, action: 'retry' };
    case 'unreadable':
      return { line: words.unreadable(obstacle.server), advice: words.unreadableAdvice, action: 'options' };
    case 'unready':
      return describeUnready(obstacle.because);
    default:
      return fixedWords[obstacle.kind];
  }
}

/** The page for the first run shows the command that is missing, whatever that is. */
function describeUnready(because: Obstacle): FailureWords {
  const { line, advice = '' } = describeObstacle(because);
  return { line, advice: `${advice} ${waitingWords.goesOn}`.trim(), action: 'setup' };
}
