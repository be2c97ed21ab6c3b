import { EventEmitter, once } from 'node:events';
import { startFakeOllama, type FakeOllama } from '../../fakes/fake-ollama.ts';
import { wholeAnswer } from '../../fakes/ollama-answers.ts';
import type { Exchange } from '../../fakes/ollama-exchange.ts';

/** Moments of a translation at which something may happen; a text that is called like one is held there. */
export const moments = [
  'headers late',
  'first token late',
  'mid-stream',
  'last event',
  'while queued',
] as const;
export type Moment = (typeof moments)[number];

const tokens = ['Um', ' dois', ' três', ' quatro'];

/** What the engine makes of every text. */
export const whole = tokens.join('');

/** How many lines of the answer come before each moment; the first one, with no text, brings the headers. */
const linesBefore: Record<Moment, number> = {
  'headers late': 0,
  'first token late': 1,
  'mid-stream': 3,
  'last event': 1 + tokens.length,
  'while queued': 0,
};

/** What a reader can have at a moment. */
export function getTextBefore(moment: Moment): string {
  return ['', ...tokens].slice(0, linesBefore[moment]).join('');
}

/** An engine that answers up to a moment, then waits to be let go. */
export interface HeldEngine {
  ollama: FakeOllama;
  /** Resolves when the engine holds a call at that moment. */
  holds: (moment: Moment) => Promise<void>;
  /** Lets it go on with all calls, and with those that follow. */
  release: () => void;
  /** Dies, with all connections. */
  die: () => Promise<void>;
}

export async function startHeldEngine(): Promise<HeldEngine> {
  const news = new EventEmitter().setMaxListeners(0);
  const held = new Set<Moment>();
  const exchanges = new Set<Exchange>();
  let isReleased = false;
  let isDead = false;
  const ollama = await startFakeOllama({
    behaviour: async (exchange) => {
      exchanges.add(exchange);
      const moment = findMoment(exchange);
      const lines = wholeAnswer(exchange, ['', ...tokens]);
      const before = lines.splice(0, linesBefore[moment]);
      exchange.head(200, { 'Content-Type': 'application/x-ndjson' });
      for (const line of before) await exchange.write(line);
      held.add(moment);
      news.emit('held');
      if (!isReleased) await once(news, 'released', { signal: exchange.gone });
      if (isDead) return;
      for (const line of lines) await exchange.write(line);
      await exchange.end();
    },
  });
  return {
    ollama,
    holds: async (moment) => {
      while (!held.has(moment)) await once(news, 'held');
    },
    release: () => {
      isReleased = true;
      news.emit('released');
    },
    die: async () => {
      isDead = true;
      for (const exchange of exchanges) exchange.drop('reset');
      await ollama.close();
    },
  };
}

function findMoment({ request }: Exchange): Moment {
  const question = request.body?.messages?.at(-1)?.content ?? '';
  return moments.find((moment) => question.includes(moment)) ?? 'headers late';
}
