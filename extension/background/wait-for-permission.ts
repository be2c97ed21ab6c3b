import { browser } from '../browser.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { hasServerPermission } from '../settings/server-permission.ts';
import { loadSettings } from '../settings/settings.ts';

/**
 * Ends when the browser lets the extension call the server of the settings: mostly at once. Without asking first a forbidden call would look the same as
 * a server that isn't there.
 */
export async function* waitForPermission(signal: AbortSignal): AsyncGenerator<RunMessage, void> {
  if (await isPermitted()) return;
  yield { type: 'obstacle', obstacle: { kind: 'permission' } };
  while (!(await isPermitted())) await waitForGrant(signal);
  yield { type: 'obstacle', obstacle: undefined };
}

async function isPermitted(): Promise<boolean> {
  return await hasServerPermission((await loadSettings()).server);
}

function waitForGrant(signal: AbortSignal): Promise<void> {
  // Aborted while the browser was asked: that event is over, and another one won't come.
  signal.throwIfAborted();
  const { onAdded } = browser.permissions;
  // The address may become one that is permitted already.
  const { onChanged } = browser.storage.local;
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
      onChanged.removeListener(onGrant);
      signal.removeEventListener('abort', onAbort);
    };
    onAdded.addListener(onGrant);
    onChanged.addListener(onGrant);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
