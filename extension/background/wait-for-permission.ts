import { browser } from '../browser.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { hasServerPermission } from '../settings/server-permission.ts';

/**
 * Ends when the browser lets the extension call the server at that address: mostly at once. Without asking first a forbidden call would look the same as
 * a server that isn't there.
 */
export async function* waitForPermission(
  address: string,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  if (await hasServerPermission(address)) return;
  yield { type: 'obstacle', obstacle: { kind: 'permission' } };
  while (!(await hasServerPermission(address))) await waitForGrant(signal);
  yield { type: 'obstacle', obstacle: undefined };
}

function waitForGrant(signal: AbortSignal): Promise<void> {
  // Aborted while the browser was asked: that event is over, and another one won't come.
  signal.throwIfAborted();
  const { onAdded } = browser.permissions;
  return new Promise((resolve, reject) => {
    const onGrant = (): void => {
      stopListening();
      resolve();
    };
    const onAbort = (): void => {
      stopListening();
      reject(signal.reason as Error);
    };
    const stopListening = (): void => {
      onAdded.removeListener(onGrant);
      signal.removeEventListener('abort', onAbort);
    };
    onAdded.addListener(onGrant);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
