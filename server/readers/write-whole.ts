import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Writes and waits until the client has room for more; returns quietly when it is gone. */
export async function writeWhole(response: ServerResponse, text: string, gone: AbortSignal): Promise<void> {
  if (response.write(text) || gone.aborted) return;
  await once(response, 'drain', { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) throw error;
  });
}
