import type { ErrorCode } from './error-codes.ts';
import type { Obstacle } from './obstacle.ts';
import type { ErrorData } from './problem.ts';
import { say, type MessageName } from './say.ts';

/** What a button of a view does; how is the view's own affair. */
export type ActionName = 'retry' | 'go-on' | 'pair' | 'allow' | 'options' | 'reload' | 'setup';

/** A failure in words: what happened, what to do, and at most one button. */
export interface FailureWords {
  line: string;
  advice?: string;
  action?: ActionName;
}

/** What the reader can do something about, though the same request alone would meet it again. */
const curable: ReadonlySet<ErrorCode> = new Set(['model_not_found', 'pairing_required']);

/** A failure that the server named: its own sentences where they are for people, and the button that helps. */
export function describeError({ code, message, hint, retryable }: ErrorData): FailureWords {
  // The server's own hint is for programs: it names the header.
  if (code === 'unauthorized') return { line: message, advice: say('unauthorizedAdvice'), action: 'options' };
  // The server's own words are about streams, which are none of a reader's business.
  if (code === 'stream_gone')
    return { line: say('streamGone'), advice: say('streamGoneAdvice'), action: 'retry' };
  const said = { line: message, ...(hint !== undefined && { advice: hint }) };
  return retryable || curable.has(code) ? { ...said, action: 'retry' } : said;
}

/** What a kind of obstacle is called when its words need nothing else. */
const fixedWords = {
  cut: { line: 'cut', action: 'retry' },
  reconnecting: { line: 'reconnecting' },
  interrupted: { line: 'interrupted', action: 'retry' },
  'outdated-page': { line: 'outdatedPage', advice: 'outdatedPageAdvice', action: 'reload' },
  'no-text': { line: 'noText', advice: 'noTextAdvice' },
  permission: { line: 'permission', advice: 'permissionAdvice', action: 'allow' },
  pairing: { line: 'pairing', advice: 'pairingAdvice', action: 'pair' },
  'pairing-denied': { line: 'pairingDenied', advice: 'pairingDeniedAdvice', action: 'retry' },
} as const satisfies Partial<Record<Obstacle['kind'], FixedWords>>;

/** The names of the messages of a failure. */
interface FixedWords {
  line: MessageName;
  advice?: MessageName;
  action?: ActionName;
}

/** An obstacle in words. */
export function describeObstacle(obstacle: Obstacle): FailureWords {
  switch (obstacle.kind) {
    case 'problem':
      return describeError(obstacle.error);
    case 'unreachable':
      return { line: say('unreachable'), advice: say('unreachableAdvice', obstacle.server), action: 'retry' };
    case 'silent':
      return { line: say('silent', obstacle.server), advice: say('silentAdvice'), action: 'retry' };
    case 'unreadable':
      return { line: say('unreadable', obstacle.server), advice: say('unreadableAdvice'), action: 'options' };
    case 'unready':
      return describeUnready(obstacle.because);
    default:
      return describeFixed(fixedWords[obstacle.kind]);
  }
}

function describeFixed({ line, advice, action }: FixedWords): FailureWords {
  return { line: say(line), ...(advice && { advice: say(advice) }), ...(action && { action }) };
}

/** The page for the first run shows the command that is missing, whatever that is. A line of its own: the advice may end in a command. */
function describeUnready(because: Obstacle): FailureWords {
  const { line, advice = '' } = describeObstacle(because);
  return { line, advice: `${advice}\n${say('goesOn')}`.trim(), action: 'setup' };
}
