import type { EventData, TranslationEvent } from '../../shared/translation-event.ts';

/** Hidden thinking is reported in steps of this many characters, not token by token. */
const thoughtStepChars = 100;

/**
 * A stage: passes `status` only when it changes, and adds the thinking of all segments up. `thoughtChars` come in as what is new and
 * go out as what there is so far.
 */
export async function* calmStatus(
  events: AsyncIterable<TranslationEvent>,
): AsyncGenerator<TranslationEvent, void> {
  let last: EventData<'status'> | undefined;
  let thoughtChars = 0;
  for await (const event of events) {
    if (event.event !== 'status') {
      yield event;
      continue;
    }
    thoughtChars += event.data.thoughtChars ?? 0;
    const status = event.data.phase === 'thinking' ? { ...event.data, thoughtChars } : event.data;
    if (!isNews(status, last)) continue;
    last = status;
    yield { event: 'status', data: status };
  }
}

function isNews(status: EventData<'status'>, last: EventData<'status'> | undefined): boolean {
  if (status.phase !== last?.phase || status.position !== last.position) return true;
  return (status.thoughtChars ?? 0) - (last.thoughtChars ?? 0) >= thoughtStepChars;
}
