import type { Obstacle } from '../../shared/obstacle.ts';
import { pairAnswerSchema, type PairState } from '../../shared/pair-message.ts';
import { forgetPairingCode } from './pairing-code.ts';
import { callServer, type Server } from './server-client.ts';

/**
 * Asks the server to let this extension in, or asks again; the server shows its user the code. What is in the way: `pairing` until that user has
 * decided; undefined once it is let in. Throws only when the signal aborts.
 */
export async function requestPairing(
  server: Server,
  code: string,
  signal: AbortSignal,
): Promise<Obstacle | undefined> {
  const state = await readState(server, code, signal);
  if (state === 'pending') return { kind: 'pairing', code };
  await forgetPairingCode(code);
  if (state === 'denied') return { kind: 'pairing-denied' };
  return state === 'allowed' ? undefined : state;
}

async function readState(server: Server, code: string, signal: AbortSignal): Promise<PairState | Obstacle> {
  const body = { action: 'request', code };
  const answer = await callServer(server, { method: 'POST', path: '/pair', body, signal });
  if (!(answer instanceof Response)) return answer;
  const parsed = pairAnswerSchema.safeParse(await answer.json().catch(() => undefined));
  return parsed.success ? parsed.data.state : { kind: 'unreadable', server: server.address };
}
