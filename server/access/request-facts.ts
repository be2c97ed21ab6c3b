import type { Request } from 'express';

/** What the rules of access look at: plain data, so that each rule is a function that a table can test. */
export interface RequestFacts {
  method: string;
  /** As on the request line, before anything reads it as an address. */
  target: string;
  /** The path that the routes are matched with. */
  path: string;
  /** All values by lower-case name. Repeated headers stay apart: Node keeps the first Host, joins two Origins with a comma. */
  headers: ReadonlyMap<string, readonly string[]>;
}

export function readRequestFacts(request: Request): RequestFacts {
  return {
    method: request.method,
    target: request.originalUrl,
    path: request.baseUrl + request.path,
    headers: groupHeaders(request.rawHeaders),
  };
}

/** The values of a header, in order; empty when it was not sent. */
export function getHeader(facts: RequestFacts, name: string): readonly string[] {
  return facts.headers.get(name) ?? [];
}

/** Names and values alternate in `rawHeaders`. */
function groupHeaders(rawHeaders: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const values = headers.get(name) ?? [];
    headers.set(name, [...values, rawHeaders[index + 1] ?? '']);
  }
  return headers;
}
