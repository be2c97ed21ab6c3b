import type { RequestFacts } from '../../../server/access/request-facts.ts';

/** A request as the rules see it. A header with several values was sent several times. */
export interface SentRequest {
  method?: string;
  target?: string;
  headers?: Record<string, string | string[]>;
}

export const pageOrigin = 'http://127.0.0.1:9000';
export const chromiumOrigin = 'chrome-extension://pgohcbbmlljffhlopimkijimdmkbgdnd';
export const firefoxOrigin = 'moz-extension://0b8f2a6c-3d1e-4f57-9a60-c2d4e6f80123';

export function makeFacts({
  method = 'GET',
  target = '/v1/engines',
  headers = {},
}: SentRequest): RequestFacts {
  const all = { host: '127.0.0.1:9000', ...headers };
  return {
    method,
    target,
    path: target.replace(/\?.*/, ''),
    headers: new Map(Object.entries(all).map(([name, value]) => [name, [value].flat()])),
  };
}
