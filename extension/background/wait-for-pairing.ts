import type { RunMessage } from '../messages/background-message.ts';
import { delay } from './delay.ts';
import { hasMoved } from './has-moved.ts';
import { getPairingCode } from './pairing-code.ts';
import { requestPairing } from './request-pairing.ts';
import type { Server } from './server-client.ts';

/** How soon the reader's answer on the pairing page is noticed. */
const askAgainMs = 1000;

/**
 * Asks the server to let this extension in, and again until its user has decided, or until the settings name another server. Returns whether the
 * translation may go on; when not, the last message says why.
 */
export async function* waitForPairing(
  server: Server,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, boolean> {
  const code = await getPairingCode();
  for (let isShown = false; ; isShown = true) {
    const isOver = isShown && (await hasMoved(server));
    const obstacle = isOver ? undefined : await requestPairing(server, code, signal);
    const isPending = obstacle?.kind === 'pairing';
    if (!isPending || !isShown) yield { type: 'obstacle', obstacle };
    if (!isPending) return obstacle === undefined;
    await delay(askAgainMs, signal);
  }
}
