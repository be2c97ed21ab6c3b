import { describeObstacle, type FailureWords } from '../../shared/describe-obstacle.ts';
import { describeEngine } from '../../shared/describe-translation.ts';
import { say } from '../../shared/say.ts';
import type { ServerStatus } from '../messages/background-message.ts';

/** How the server does, in words: a line when all is well, else what to do. */
export interface ServerWords {
  line: string;
  failure?: FailureWords;
}

/** Pure. Of the buttons of a failure only the one for the permission: the page has one to check again, and is where the options are. */
export function describeServer(status: ServerStatus): ServerWords {
  if (status.kind === 'ready') return { line: `${say('connected')} · ${describeEngine(status)}` };
  // Here no translation was interrupted.
  if (status.kind === 'interrupted') return { line: '', failure: { line: say('checkInterrupted') } };
  const { action, ...failure } = describeObstacle(status);
  return { line: '', failure: action === 'allow' ? { ...failure, action } : failure };
}
