import { readTranslation } from '../../shared/read-translation.ts';
import type { RunMessage } from '../messages/background-message.ts';
import { callServer, type Server } from './server-client.ts';

/** One attempt to translate; the key lets the server know it again. */
export interface TranslationAttempt {
  key: string;
  text: string;
  target: string;
}

/**
 * The server's events as they come, or an obstacle. The last message is `done`, `error` or an obstacle: a stream that closes
 * without one of the first two is `cut`. When the signal aborts, the stream is ended on the server too, and the signal's reason thrown.
 */
export async function* requestTranslation(
  server: Server,
  { key, text, target }: TranslationAttempt,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  const answer = await callServer(server, {
    method: 'POST',
    path: '/v1/translate',
    headers: { Accept: 'text/event-stream', 'Idempotency-Key': key },
    body: { text, target, resume: true },
    signal,
  });
  if (!(answer instanceof Response)) yield { type: 'obstacle', obstacle: answer };
  else if (!answer.body || !isEventStream(answer)) yield dismiss(answer, server);
  else yield* withCancel(readTranslation(answer.body, server.address), server, signal);
}

/** The same messages; once the signal aborts, none, and the server is told to stop. */
async function* withCancel(
  messages: AsyncIterable<RunMessage>,
  server: Server,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  let streamId: string | undefined;
  try {
    for await (const message of messages) {
      streamId ??= getStreamId(message);
      signal.throwIfAborted();
      yield message;
    }
  } finally {
    // An aborted fetch only takes the reader away: the stream would live on for the server's grace time.
    const path = `/v1/streams/${streamId ?? ''}`;
    if (signal.aborted && streamId !== undefined) void callServer(server, { method: 'DELETE', path });
  }
}

/** Tells whoever answered that nobody reads on: it may be a page without an end. */
function dismiss({ body }: Response, { address }: Server): RunMessage {
  // When that fails, nobody sends any more either.
  body?.cancel().catch(() => undefined);
  return { type: 'obstacle', obstacle: { kind: 'unreadable', server: address } };
}

function isEventStream({ headers }: Response): boolean {
  return headers.get('Content-Type')?.startsWith('text/event-stream') ?? false;
}

function getStreamId(message: RunMessage): string | undefined {
  return message.type === 'event' && message.event.event === 'start' ? message.event.data.id : undefined;
}
