import type { EngineEvent } from '../../../server/engines/engine.ts';

/** The events of an answer that comes in these pieces and ends well. */
export function toEvents(pieces: string[]): EngineEvent[] {
  return [
    ...pieces.map((text): EngineEvent => ({ type: 'text', text })),
    { type: 'end', reason: 'stop', usage: {} },
  ];
}

export async function* generate(events: EngineEvent[]): AsyncGenerator<EngineEvent, void> {
  yield* events;
  await Promise.resolve();
}

export async function collect(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const all: EngineEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

/** A text cut at these places, whatever their order; a place beyond the end counts as the end. */
export function cutAt(text: string, cuts: number[]): string[] {
  const inside = cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b);
  const places = [0, ...inside, text.length];
  return places.slice(1).map((end, index) => text.slice(places[index], end));
}

/** All text of the events. */
export function getText(events: EngineEvent[]): string {
  return events.map((event) => (event.type === 'text' ? event.text : '')).join('');
}

/** What a reader sees of the events: all text, and how much thinking there was. */
export function summarize(events: EngineEvent[]): { text: string; thoughtChars: number } {
  return {
    text: getText(events),
    thoughtChars: events.reduce((sum, event) => sum + (event.type === 'thought' ? event.chars : 0), 0),
  };
}
