import type { BackgroundMessage } from '../../../extension/messages/background-message.ts';
import { emptyTranslation, foldTranslation, getTranslatedText } from '../../../shared/translation-state.ts';

/** The ids of all events that were posted to a view. */
export function listEventIds(posted: unknown[]): string[] {
  return (posted as BackgroundMessage[]).flatMap((message) =>
    message.type === 'event' ? [message.eventId] : [],
  );
}

/** What two popups have shown together. */
export function getText(posted: unknown[]): string {
  const events = (posted as BackgroundMessage[]).flatMap((message) =>
    message.type === 'event' ? [message.event] : [],
  );
  return getTranslatedText(events.reduce(foldTranslation, emptyTranslation));
}
