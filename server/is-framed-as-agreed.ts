import type { IncomingMessage } from 'node:http';

/**
 * Whether a request ends where every reader of it thinks it does. Node reads any version up to 2.0, and what is chunked in any of them with any
 * codings beneath; a proxy in front may have read it otherwise, and what is a body to it would be a request here (RFC 9112, section 6.1).
 */
export function isFramedAsAgreed({ httpVersion, headers }: IncomingMessage): boolean {
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return httpVersion === '1.1' || httpVersion === '1.0';
  return httpVersion === '1.1' && coding.toLowerCase() === 'chunked';
}
