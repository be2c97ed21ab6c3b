import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** Whether a client still takes bytes shows only when the piece that was written last is gone. */
const pieceBytes = 16_384;

/** Writes and waits until the client has room for more; returns quietly when it is gone. */
export async function writeWhole(response: ServerResponse, text: string, gone: AbortSignal): Promise<void> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && !gone.aborted; at += pieceBytes) {
    if (!response.write(bytes.subarray(at, at + pieceBytes))) await awaitRoom(response, gone);
  }
}

async function awaitRoom(response: ServerResponse, gone: AbortSignal): Promise<void> {
  await once(response, 'drain', { signal: gone }).catch((error: unknown) => {
    if (!gone.aborted) throw error;
  });
}
