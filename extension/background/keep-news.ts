import type { RunMessage } from '../messages/background-message.ts';
import { savePopupNews, type StreamEvent } from '../messages/popup-news.ts';
import { viewLeft } from './view-left.ts';

/** The same messages of an attempt; when its popup goes away meanwhile, they are left to the next one. */
export async function* keepNews(
  messages: AsyncIterable<RunMessage>,
  key: string,
  signal: AbortSignal,
): AsyncGenerator<RunMessage, void> {
  const events: StreamEvent[] = [];
  try {
    for await (const message of messages) {
      events.push(...listEvents(message));
      yield message;
    }
  } finally {
    if (signal.reason === viewLeft) await savePopupNews({ key, events });
  }
}

/** What the background says by itself has no id. */
function listEvents(message: RunMessage): StreamEvent[] {
  return message.type === 'event' && message.eventId !== '' ? [message] : [];
}
