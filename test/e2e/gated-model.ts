import { once } from 'node:events';

import type { ProgressName } from '../../shared/describe-translation.ts';
import { wholeAnswer } from '../fakes/ollama-answers.ts';
import type { Behaviour, Exchange } from '../fakes/ollama-exchange.ts';

/** Two segments, and what the model makes of each, token by token. */
export const poem = 'Roses are red\nViolets are blue\n\nSugar is sweet\nAnd so are you';
const parts = [
  { source: 'Roses', tokens: ['As rosas', ' são vermelhas\n', 'As violetas', ' são azuis'] },
  { source: 'Sugar', tokens: ['O açúcar', ' é doce\n', 'E você', ' também'] },
];

/** The whole poem in translation, and its first segment; the second begins after that. */
export const translatedPoem = parts.map(({ tokens }) => tokens.join('')).join('\n\n');
export const firstSegment = `${parts[0]?.tokens.join('') ?? ''}\n\n`;

/** Where the model stops until it is told to go on: before the first token, in the second segment, before its end; or while it is busy with something else. */
export const stages = ['first token', 'mid-stream', 'last event', 'queued'] as const;
export type Stage = (typeof stages)[number];

/** What can be read when the model has stopped there. A line's end is held back until it is sure that the text goes on. */
export const shownAt: Record<Stage, RegExp> = {
  'first token': /^$/,
  'mid-stream': new RegExp(`^${firstSegment}O açúcar é doce$`),
  'last event': new RegExp(`^${translatedPoem}$`),
  queued: /^$/,
};

/** What a view of the translation calls it then. */
export const stateAt: Record<Stage, ProgressName> = {
  'first token': 'reading',
  'mid-stream': 'writing',
  'last event': 'writing',
  queued: 'queued',
};

/** A model that translates the poem and stops where a test wants to do something. */
export interface GatedModel {
  behaviour: Behaviour;
  /** Forgets what was asked, and stops there when it is asked next. */
  stopAt: (stage: Stage) => void;
  goOn: () => void;
  /** How often each segment was asked for. */
  countAsked: () => readonly number[];
}

export function createGatedModel(): GatedModel {
  let stage: Stage = 'queued';
  let gate = new AbortController();
  let asked = parts.map(() => 0);

  async function waitAt(place: Stage, exchange: Exchange): Promise<void> {
    if (place !== stage || gate.signal.aborted) return;
    await Promise.race([once(gate.signal, 'abort'), exchange.staySilent()]);
  }

  return {
    behaviour: async (exchange) => {
      const index = parts.findIndex(({ source }) => getText(exchange).startsWith(source));
      const { tokens } = parts[index] ?? { tokens: ['Espere.'] };
      if (index >= 0) asked = asked.with(index, (asked[index] ?? 0) + 1);
      exchange.head(200, { 'Content-Type': 'application/x-ndjson' });
      for (const [number, line] of wholeAnswer(exchange, tokens).entries()) {
        const place = findStage(index, number);
        if (place) await waitAt(place, exchange);
        await exchange.write(line);
      }
      await exchange.end();
    },
    stopAt: (next) => {
      stage = next;
      gate = new AbortController();
      asked = parts.map(() => 0);
    },
    goOn: () => {
      gate.abort();
    },
    countAsked: () => asked,
  };
}

/** Which stage the model is at before it sends line `number` of segment `index`; -1 is something else. */
function findStage(index: number, number: number): Stage | undefined {
  if (number === 0 && index < 1) return index === 0 ? 'first token' : 'queued';
  if (index !== 1) return undefined;
  const places: Partial<Record<number, Stage>> = { 2: 'mid-stream', 4: 'last event' };
  return places[number];
}

/** What is to be translated, without what the prompt says around it. */
function getText({ request }: Exchange): string {
  const prompt = request.body?.messages?.at(-1)?.content ?? '';
  return /=====\n([^]*?)\n=====/.exec(prompt)?.[1] ?? prompt;
}
