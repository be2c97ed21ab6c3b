import type { TranslationEvent } from '../../../shared/translation-event.ts';
import type { FakePort } from '../fake-browser.ts';

/** Events of the attempt, the first with the number `from`. */
export function tell(port: FakePort, key: string, events: TranslationEvent[], from = 1): void {
  for (const [index, event] of events.entries())
    port.onMessage.fire({ type: 'event', event, eventId: `s:${from + index}`, key });
}

/** Of a text with two segments: "One. Two." */
export const start = {
  event: 'start',
  data: {
    ...{ id: 's', engine: 'ollama', model: 'm', source: 'en', target: 'pt', ignored: [] },
    segments: [
      { text: 0, start: 0, end: 5 },
      { text: 0, start: 5, end: 9 },
    ],
  },
} satisfies TranslationEvent;

export const broken: TranslationEvent = {
  event: 'error',
  data: { code: 'shutting_down', message: 'It stops.', retryable: true },
};

export function delta(text: string, segment = 0): TranslationEvent {
  return { event: 'delta', data: { segment, attempt: 1, text } };
}

export function end(segment: number): TranslationEvent {
  return { event: 'segment', data: { segment, source: 'en', status: 'translated', checks: [] } };
}

export function done(reason: 'stop' | 'cancelled'): TranslationEvent {
  const timing = { queuedMs: 0, loadMs: 0, firstTokenMs: 0, totalMs: 0, tokensPerSecond: 0 };
  return { event: 'done', data: { complete: reason === 'stop', reason, usage: { characters: 1 }, timing } };
}
