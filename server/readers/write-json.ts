import type { ServerResponse } from 'node:http';
import { writeWhole } from './write-whole.ts';

/**
 * Answers with JSON that may be long and is nobody else's, until the client is gone. After one great write, a client that is only slow could not
 * be told from one that takes nothing.
 */
export async function writeJson(response: ServerResponse, value: unknown, gone: AbortSignal): Promise<void> {
  const text = JSON.stringify(value);
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.setHeader('Cache-Control', 'no-store');
  await writeWhole(response, text, gone);
  response.end();
}
