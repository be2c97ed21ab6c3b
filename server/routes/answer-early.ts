import type { IncomingMessage, ServerResponse } from 'node:http';
import { lingerMs } from '../connection-limits.ts';

/** The rest of a body that is no longer than this is sooner read than a new connection made. */
const shortBodyBytes = 65_536;

/** Whether a request has a body that is not here yet, and may be long. */
export function isStillSending({ complete, headers }: IncomingMessage): boolean {
  if (complete) return false;
  return 'transfer-encoding' in headers || Number(headers['content-length'] ?? 0) > shortBodyBytes;
}

/**
 * Answers a request that is still being sent, then closes its connection: our half at once, the other when the client has stopped or had a
 * moment. What still comes is thrown away.
 */
export function answerEarly(request: IncomingMessage, response: ServerResponse, body: string): void {
  const { socket } = request;
  response.setHeader('Connection', 'close');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  // What is written to HEAD is dropped, and would not bring the headers along.
  response.flushHeaders();
  response.write(body);
  // Not `response.end`, after which Node would close both halves.
  socket.end();
  const close = (): void => {
    clearTimeout(timer);
    socket.destroy();
  };
  const timer = setTimeout(close, lingerMs);
  request.once('end', close).once('close', close).resume();
}
