import { getWorkFields, type TranslationWork } from '../../../shared/continue-translation.ts';
import { readTranslation, type StreamNews } from '../../../shared/read-translation.ts';
import { callServer, serverAddress } from '../server-client.ts';

/** What the reader wants translated. */
export interface Wish extends TranslationWork {
  /** BCP 47 tag. */
  target: string;
}

/**
 * The server's events as they come, or what keeps them away. When the signal aborts, whoever iterates must stop at what comes next; the
 * stream is then ended on the server too.
 */
export async function* requestTranslation(wish: Wish, signal: AbortSignal): AsyncGenerator<StreamNews, void> {
  const answer = await callServer('/v1/translate', {
    method: 'POST',
    headers: { Accept: 'text/event-stream', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...getWorkFields(wish), target: wish.target }),
    signal,
  });
  if (!(answer instanceof Response)) {
    yield { type: 'obstacle', obstacle: answer };
    return;
  }
  for await (const news of readTranslation(readChunks(answer), serverAddress)) {
    if (news.type === 'event' && news.event.event === 'start') cancelOnAbort(news.event.data.id, signal);
    yield news;
  }
}

/** The server notices by itself that nobody reads any more; this only makes it sooner. */
function cancelOnAbort(streamId: string, signal: AbortSignal): void {
  signal.addEventListener('abort', () => void callServer(`/v1/streams/${streamId}`, { method: 'DELETE' }));
}

/** By a reader, because Safari cannot iterate over a body. */
async function* readChunks({ body }: Response): AsyncGenerator<Uint8Array, void> {
  // Only answers whose status forbids one have no body.
  if (!body) return;
  const reader = body.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) yield chunk.value;
}
