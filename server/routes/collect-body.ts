import type { IncomingMessage, ServerResponse } from 'node:http';
import { TranslationError } from '../../shared/translation-error.ts';

/** The failure for a body over the limit of its route. */
function createBodyTooLarge(): TranslationError {
  return new TranslationError('payload_too_large', 'The body is too large.', {
    hint: 'Send less at once. For texts the limit is --body-limit.',
  });
}

/**
 * The bytes of a body. Throws `payload_too_large` as soon as there are more than `limitBytes`, or are to be by what the head says, and reads no
 * further; `invalid_request` when the body ends too early.
 */
export function collectBody(
  request: IncomingMessage,
  response: ServerResponse,
  limitBytes: number,
): Promise<Buffer> {
  if (Number(request.headers['content-length']) > limitBytes) throw createBodyTooLarge();
  // RFC 9110, section 10.1.1: said only by who wants the body, and not in HTTP/1.0.
  const { headers, httpVersion } = request;
  if (headers.expect?.toLowerCase() === '100-continue' && httpVersion !== '1.0') response.writeContinue();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const onData = (chunk: Buffer): void => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > limitBytes) stopReading(createBodyTooLarge());
    };
    const stopReading = (reason: Error): void => {
      request.off('data', onData).pause();
      reject(reason);
    };
    request.on('data', onData);
    request.once('end', () => {
      resolve(Buffer.concat(chunks, bytes));
    });
    request.once('error', () => {
      stopReading(new TranslationError('invalid_request', 'The body ended too early.'));
    });
  });
}
