import type * as z from 'zod/mini';
import type { ErrorData } from '../../shared/problem.ts';
import { enginesSchema } from '../../shared/server-information.ts';
import type { ServerStatus } from '../messages/background-message.ts';
import { hasServerPermission } from '../settings/server-permission.ts';
import { loadSettings } from '../settings/settings.ts';
import { callServer } from './server-client.ts';

/** A server of ours that is well says it at once. */
const answerMs = 5000;

type Engine = z.infer<typeof enginesSchema>['engines'][number];

/** Whether the server of the settings answers, and which engine it would use now. */
export async function checkServer(): Promise<ServerStatus> {
  const { server: address, token } = await loadSettings();
  if (!(await hasServerPermission(address))) return { kind: 'permission' };
  const signal = AbortSignal.timeout(answerMs);
  try {
    const answer = await callServer({ address, token }, { method: 'GET', path: '/v1/engines', signal });
    if (!(answer instanceof Response)) return answer;
    const parsed = enginesSchema.safeParse(await answer.json().catch(() => undefined));
    const engine = parsed.data?.engines.find(({ chosen }) => chosen);
    return engine ? getStatus(engine) : { kind: 'unreadable', server: address };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'silent', server: address };
  }
}

function getStatus({ name, available, defaultModel, message, fix }: Engine): ServerStatus {
  if (available) return { kind: 'ready', engine: name, model: defaultModel };
  const error: ErrorData = { code: 'engine_unavailable', message, retryable: true };
  return { kind: 'problem', error: fix === undefined ? error : { ...error, hint: fix } };
}
