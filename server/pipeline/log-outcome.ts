import type { Logger } from 'pino';
import { toTranslationError } from '../../shared/translation-error.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';

/** A stage: logs what was chosen, how it ended and how long it took. Numbers, names and codes; never text, and not the stream's id. */
export async function* logOutcome(
  events: AsyncIterable<TranslationEvent>,
  log: Logger,
): AsyncGenerator<TranslationEvent, void> {
  try {
    for await (const event of events) {
      logEvent(event, log);
      yield event;
    }
  } catch (thrown) {
    log.warn({ code: toTranslationError(thrown).code }, 'translation failed');
    throw thrown;
  }
}

function logEvent({ event, data }: TranslationEvent, log: Logger): void {
  if (event === 'start') {
    const { engine, source, target, segments } = data;
    log.info({ engine, source, target, segments: segments.length }, 'translation started');
  }
  if (event === 'segment' && data.error)
    log.warn({ segment: data.segment, code: data.error.code }, 'segment failed');
  if (event === 'done') log.info({ reason: data.reason, ...data.usage, ...data.timing }, 'translation ended');
}
