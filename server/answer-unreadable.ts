import type { Duplex } from 'node:stream';
import { TranslationError } from '../shared/translation-error.ts';

/** Answers what Node cannot read as a request, with a problem like every other failure; nothing of what came is repeated. */
export function answerUnreadable(error: Error, socket: Duplex): void {
  if (!socket.writable || isReset(error)) {
    socket.destroy();
    return;
  }
  const problem = new TranslationError(
    'invalid_request',
    'This is no HTTP request, or its headers are too long.',
  ).toProblem();
  const body = JSON.stringify(problem);
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Nobody is left to be answered. */
function isReset(error: Error): boolean {
  return 'code' in error && error.code === 'ECONNRESET';
}
