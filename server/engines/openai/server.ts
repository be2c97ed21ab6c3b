import type { Agent } from 'undici';
import type { BoundRequest } from '../bound-fetch.ts';
import type { OptionalField } from './chat-request.ts';

/** What is known of a server, and how it is reached. */
export interface Server {
  /** Without end slash: `http://127.0.0.1:8000/v1`. */
  url: string;
  /** Left out of the requests when absent. Goes into their headers and nowhere else. */
  apiKey: string | undefined;
  agent: Agent;
  /** Fields that it refused once; they are not sent again. */
  refused: Set<OptionalField>;
  /** What it listed last, in its order; empty until it was asked. */
  models: readonly ServerModel[];
}

/** A model as its server describes it. */
export interface ServerModel {
  name: string;
  /** Tokens that prompt and answer may have together; undefined where the server does not tell. */
  contextTokens: number | undefined;
  /** Whether the server is Ollama's /v1. */
  isOllamas: boolean;
}

/** A POST of this body, or without one a GET, as the server wants it. */
export function createRequest({ apiKey }: Server, body?: object): BoundRequest {
  const headers = {
    ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }),
    ...(body && { 'content-type': 'application/json' }),
  };
  return { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) };
}

/** The beginning of a body as text; what is longer than `maxBytes` is none that we want. */
export async function readBeginning(body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body) {
    parts.push(part);
    bytes += part.length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(parts).toString();
}
