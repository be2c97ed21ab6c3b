import { getWorkFields, type TranslationWork } from '../../shared/continue-translation.ts';
import type { Obstacle } from '../../shared/obstacle.ts';
import type { TranslationWishes } from './get-wishes.ts';
import { callServer, type Server, type ServerCall } from './server-client.ts';
import type { StreamConnection } from './stream-connection.ts';

/** On a silent connection it would hang without end, and a browser makes no more than six to a server. */
const cancelMs = 10_000;

/** One attempt to translate. */
export interface TranslationAttempt extends TranslationWork {
  /** Lets the server know the attempt again. */
  key: string;
  /** BCP 47 tag of the language the text is in; left out: the server finds out. */
  source?: string | undefined;
  /** BCP 47 tag. */
  target: string;
  /** BCP 47 tag of the language it goes into instead if its text is in `target` already; empty: none. */
  secondTarget: string;
  wishes: TranslationWishes;
  /** Id of the last event that was read, kept up to date while it runs; undefined before the first. */
  after?: string | undefined;
}

/**
 * The bytes of the attempt's stream, from its beginning or from what was read last, or why there are none. Throws only when the connection's
 * signal aborts and it was not hung up.
 */
export async function openStream(
  server: Server,
  attempt: TranslationAttempt,
  connection: StreamConnection,
): Promise<AsyncIterable<Uint8Array> | Obstacle> {
  const call = attempt.after === undefined ? createRequest(attempt) : createResumption(attempt.after);
  try {
    const answer = await callServer(server, { ...call, signal: connection.signal });
    connection.hasAnswer();
    return answer instanceof Response ? getChunks(answer, server) : answer;
  } catch (error) {
    if (!connection.isHungUp) throw error;
    return { kind: 'silent', server: server.address };
  }
}

function createRequest({ key, source, target, wishes, ...work }: TranslationAttempt): ServerCall {
  return {
    method: 'POST',
    path: '/v1/translate',
    headers: { Accept: 'text/event-stream', 'Idempotency-Key': key },
    body: {
      ...getWorkFields(work),
      ...(source !== undefined && { source }),
      target,
      ...wishes,
      resume: true,
    },
  };
}

function createResumption(after: string): ServerCall {
  return {
    method: 'GET',
    path: getStreamPath(after),
    headers: { Accept: 'text/event-stream', 'Last-Event-ID': after },
  };
}

/** Tells the server that nobody wants the stream any more that an event belongs to: a closed connection alone only begins its time of grace. */
export function cancelStream(server: Server, eventId: string): void {
  const signal = AbortSignal.timeout(cancelMs);
  // One that comes to nothing is not repeated: the stream ends after its time of grace anyway.
  callServer(server, { method: 'DELETE', path: getStreamPath(eventId), signal }).catch(() => undefined);
}

/** An event's id is its stream's, a colon and its number. */
function getStreamPath(eventId: string): string {
  return `/v1/streams/${encodeURIComponent(eventId.slice(0, eventId.lastIndexOf(':')))}`;
}

function getChunks(
  { status, headers, body }: Response,
  { address }: Server,
): AsyncIterable<Uint8Array> | Obstacle {
  // The stream is over, and its end was lost on this side.
  if (status === 204) return { kind: 'cut' };
  if (body && headers.get('Content-Type')?.startsWith('text/event-stream')) return body;
  // Tells whoever answered that nobody reads on: it may be a page without an end. When that fails, nobody sends any more either.
  body?.cancel().catch(() => undefined);
  return { kind: 'unreadable', server: address };
}
