import type { Obstacle } from '../../shared/obstacle.ts';
import type { PairState } from '../../shared/pair-message.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { delay } from './delay.ts';
import { forgetPairingCode, getPairingCode } from './pairing-code.ts';
import { requestPairing } from './request-pairing.ts';
import type { Server } from './server-client.ts';

/** How soon the reader's answer on the pairing page is noticed. */
const askAgainMs = 1000;

/**
 * Asks the server to let this extension in, and again until its user has decided. Returns whether the translation may go on;
 * when not, the last message says why.
 */
export async function* waitForPairing(
  server: Server,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, boolean> {
  const code = await getPairingCode();
  let isShown = false;
  for (;;) {
    const state = await requestPairing(server, code, signal);
    if (state !== 'pending') {
      await forgetPairingCode(code);
      yield { type: 'obstacle', obstacle: getLastObstacle(state) };
      return state === 'allowed';
    }
    if (!isShown) yield { type: 'obstacle', obstacle: { kind: 'pairing', code } };
    isShown = true;
    await delay(askAgainMs, signal);
  }
}

function getLastObstacle(state: Exclude<PairState, 'pending'> | Obstacle): Obstacle | undefined {
  if (state === 'allowed') return undefined;
  return state === 'denied' ? { kind: 'pairing-denied' } : state;
}
