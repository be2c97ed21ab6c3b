import { describeObstacle, type FailureWords } from '../../shared/describe-obstacle.ts';
import type { ErrorCode } from '../../shared/error-codes.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import type { ErrorData } from '../../shared/problem.ts';
import { say } from '../../shared/say.ts';
import type { ServerStatus } from '../messages/background-message.ts';

/** In the order in which they are done: each needs those before it. */
export const stepNames = ['permission', 'server', 'pairing', 'engine', 'translation'] as const;

export type StepName = (typeof stepNames)[number];

/** What is to be done now, in words. */
export interface Setup {
  /** The step that is missing: those before it are done, those after it come later. Undefined: all is done. */
  current: StepName | undefined;
  /** One sentence, at most one button; absent where there is nothing to do but to look. */
  missing?: FailureWords;
  /** What to type in a terminal, in place of a button. */
  command?: string;
}

const stepsOfCodes: Partial<Record<ErrorCode, StepName>> = {
  pairing_required: 'pairing',
  // As many others as may wait for their pairing do.
  too_many_requests: 'pairing',
  engine_unavailable: 'engine',
  model_not_found: 'engine',
  unsupported_language: 'engine',
};

const usualPort = '9000';

/** Which step is missing, and what to do. `status` is undefined until the first answer. Pure. */
export function describeSetup(status: ServerStatus | undefined, isTranslated: boolean): Setup {
  if (isTranslated) return { current: undefined };
  if (!status) return { current: 'permission', missing: { line: say('checking') } };
  return status.kind === 'ready' ? { current: 'translation' } : describeMissing(status);
}

function describeMissing(obstacle: Obstacle): Setup {
  switch (obstacle.kind) {
    case 'permission':
      return { current: 'permission', missing: { line: say('setupAllow'), action: 'allow' } };
    case 'unreachable':
      return describeStart(say('setupStart', obstacle.server), obstacle.server);
    case 'silent':
      return describeStart(say('setupStartAgain', obstacle.server), obstacle.server);
    case 'unreadable': {
      const line = say('setupOtherProgram', obstacle.server);
      return { current: 'server', missing: { line, action: 'options' } };
    }
    case 'pairing':
      return { current: 'pairing', missing: { line: say('setupPair'), action: 'pair' } };
    case 'pairing-denied':
      return { current: 'pairing', missing: { line: say('setupDenied') } };
    case 'problem':
      return describeProblem(obstacle.error);
    default:
      return { current: 'server', missing: describeObstacle(obstacle) };
  }
}

function describeStart(line: string, server: string): Setup {
  const port = server.split(':').at(-1) ?? usualPort;
  const command = port === usualPort ? 'npm start' : `npm start -- --port ${port}`;
  return { current: 'server', missing: { line }, command };
}

function describeProblem({ code, message, hint = '' }: ErrorData): Setup {
  if (code === 'unauthorized')
    return { current: 'server', missing: { line: say('setupToken'), action: 'options' } };
  const current = stepsOfCodes[code] ?? 'server';
  const command = /\bollama (?:serve|pull [\w.:/-]+)/.exec(hint)?.[0];
  if (command !== undefined) return { current, missing: { line: message }, command };
  return { current, missing: { line: message, ...(hint !== '' && { advice: hint }) } };
}
