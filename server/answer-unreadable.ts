import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TranslationError } from '../shared/translation-error.ts';
import { lingerMs } from './connection-limits.ts';

const sentences: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'The request did not come to its end in time.',
  HPE_INVALID_EOF_STATE: 'The request ended too early.',
  HPE_HEADER_OVERFLOW: 'The headers are too long.',
};

/** Connections that were answered here and go on sending. */
const refused = new WeakSet<Duplex>();

/** Answers what Node cannot read as a request, with a problem like every other failure; nothing of what came is repeated. */
export function answerUnreadable(error: Error, socket: Duplex): void {
  if (refused.has(socket)) return;
  const code = 'code' in error ? String(error.code) : '';
  if (!socket.writable || code === 'ECONNRESET' || hasSentNothing(socket)) {
    socket.destroy();
    return;
  }
  const sentence = sentences[code] ?? 'This is no HTTP request.';
  refuseConnection(socket, '400 Bad Request', new TranslationError('invalid_request', sentence));
}

/** Refuses to be a tunnel to somewhere else. Node shows such a request to no route. */
export function refuseConnect(_request: unknown, socket: Duplex): void {
  const error = new TranslationError('method_not_allowed', 'CONNECT is not possible here.');
  refuseConnection(socket, '405 Method Not Allowed', error);
}

/** Refuses a request of which others may think that it ends elsewhere. */
export function refuseFraming(socket: Duplex): void {
  const error = new TranslationError(
    'invalid_request',
    'A body may come chunked in HTTP/1.1, and in no other coding.',
  );
  refuseConnection(socket, '400 Bad Request', error);
}

/** Browsers open connections in advance, and take an answer to nothing for a fault. */
function hasSentNothing(socket: Duplex): boolean {
  return socket instanceof Socket && socket.bytesRead === 0;
}

/** Past HTTP, since nobody made a response. */
function refuseConnection(socket: Duplex, status: string, error: TranslationError): void {
  refused.add(socket);
  const body = JSON.stringify(error.toProblem());
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/problem+json; charset=utf-8',
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => {
    clearTimeout(timer);
  });
}
