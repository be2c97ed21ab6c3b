import { EventEmitter, once } from 'node:events';
import { getTextBefore, type HeldEngine, type Moment } from './held-engine.ts';
import { readEnd, type StreamEnd } from './read-end.ts';

/** A stream that a client reads, or has stopped to read. */
export interface HeldStream {
  id: string;
  end: Promise<StreamEnd>;
  leave: () => void;
}

/**
 * A stream that has come to a moment, whose reader knows of it and has all text that there is by then; one that does not read stops after the
 * first event. While it is queued, somebody else must hold the engine.
 */
export async function openHeldStream(
  url: string,
  moment: Moment,
  { engine, isReading = true }: { engine: HeldEngine; isReading?: boolean },
): Promise<HeldStream> {
  const leaving = new AbortController();
  const news = new EventEmitter();
  const id = once(news, 'id') as Promise<[string]>;
  const text = once(news, 'text');
  const phase = once(news, 'phase');
  const textBefore = getTextBefore(moment);
  const response = await fetch(`${url}/v1/translate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: moment, target: 'pt' }),
    signal: leaving.signal,
  });
  const end = readEnd(response, async ({ start, phase }, shown) => {
    if (start) news.emit('id', start.id);
    if (phase && (phase === 'queued') === (moment === 'while queued')) news.emit('phase');
    if (shown === textBefore) news.emit('text');
    if (!isReading) await new Promise(() => undefined);
  });
  const [streamId] = await id;
  if (moment !== 'while queued') await engine.holds(moment);
  if (isReading) await phase;
  if (isReading && textBefore !== '') await text;
  return {
    id: streamId,
    end,
    leave: () => {
      leaving.abort();
    },
  };
}
