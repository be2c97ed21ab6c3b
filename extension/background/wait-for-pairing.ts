import type { Obstacle } from '../../shared/obstacle.ts';
import { pairAnswerSchema, type PairState } from '../../shared/pair-message.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { delay } from './delay.ts';
import { callServer, type Server } from './server-client.ts';

/** How soon the reader's answer on the pairing page is noticed. */
const askAgainMs = 1000;

/** Shown in every view and on the server's page alike, so there is one while this worker lives. */
let code: string | undefined;

/**
 * Asks the server to let this extension in, and again until its user has decided. Returns whether the translation may go on;
 * when not, the last message says why.
 */
export async function* waitForPairing(
  server: Server,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, boolean> {
  code ??= createPairingCode();
  let isShown = false;
  for (;;) {
    const state = await requestPairing(server, code, signal);
    if (state === 'allowed') {
      yield { type: 'obstacle', obstacle: undefined };
      return true;
    }
    if (state !== 'pending') {
      code = undefined;
      yield { type: 'obstacle', obstacle: state === 'denied' ? { kind: 'pairing-denied' } : state };
      return false;
    }
    if (!isShown) yield { type: 'obstacle', obstacle: { kind: 'pairing', code } };
    isShown = true;
    await delay(askAgainMs, signal);
  }
}

async function requestPairing(
  server: Server,
  code: string,
  signal: AbortSignal,
): Promise<PairState | Obstacle> {
  const body = { action: 'request', code };
  const answer = await callServer(server, { method: 'POST', path: '/pair', body, signal });
  if (!(answer instanceof Response)) return answer;
  const parsed = pairAnswerSchema.safeParse(await answer.json().catch(() => undefined));
  return parsed.success ? parsed.data.state : { kind: 'unreadable', server: server.address };
}

function createPairingCode(): string {
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return String(random % 1_000_000).padStart(6, '0');
}
