import type * as z from 'zod/mini';
import type { ErrorData } from '../../shared/problem.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import { enginesSchema } from '../../shared/server-information.ts';
import type { ServerStatus } from '../messages/background-message.ts';
import { hasServerPermission } from '../settings/server-permission.ts';
import { loadSettings } from '../settings/settings.ts';
import type { Settings } from '../settings/settings-schema.ts';
import { callServer } from './server-client.ts';

/** A server of ours that is well says it at once. */
const answerMs = 5000;

type Engine = z.infer<typeof enginesSchema>['engines'][number];

/** What is known of the server of the settings. */
export interface ServerCheck {
  /** Whether it answers, and which engine it would use now, as far as the settings leave that to it. */
  status: ServerStatus;
  /** All that it has; empty when it doesn't answer. */
  engines: Engine[];
}

/** Asks the server of the settings, or of those that are known already. */
export async function checkServer(known?: Settings): Promise<ServerCheck> {
  const settings = known ?? (await loadSettings());
  const engines = await listEngines(settings);
  if (!Array.isArray(engines)) return { status: engines, engines: [] };
  return { status: getStatus(engines, settings), engines };
}

async function listEngines({ server: address, token }: Settings): Promise<Engine[] | Obstacle> {
  if (!(await hasServerPermission(address))) return { kind: 'permission' };
  const signal = AbortSignal.timeout(answerMs);
  try {
    const answer = await callServer({ address, token }, { method: 'GET', path: '/v1/engines', signal });
    if (!(answer instanceof Response)) return answer;
    const parsed = enginesSchema.safeParse(await answer.json().catch(() => undefined));
    return parsed.data?.engines ?? { kind: 'unreadable', server: address };
  } catch (error) {
    if (!signal.aborted) throw error;
    return { kind: 'silent', server: address };
  }
}

function getStatus(
  engines: readonly Engine[],
  { engine: wanted, model: named, server }: Settings,
): ServerStatus {
  const used = engines.find(({ name, chosen }) => (wanted === '' ? chosen : name === wanted));
  if (!used) return { kind: 'unreadable', server };
  const { name, available, models, defaultModel, message, fix } = used;
  const model = models.includes(named) ? named : defaultModel;
  if (available) return { kind: 'ready', engine: name, model };
  const error: ErrorData = { code: 'engine_unavailable', message, retryable: true };
  return { kind: 'problem', error: fix === undefined ? error : { ...error, hint: fix } };
}
