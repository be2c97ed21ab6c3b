import { expect, it } from 'vitest';
import type { EngineEvent } from '../../../server/engines/engine.ts';
import { readFlores } from '../../read-flores.ts';
import { endLoops } from '../../../server/pipeline/end-loops.ts';

const end: EngineEvent = { type: 'end', reason: 'stop', usage: {} };

it.each([
  ['a few words', 'and so on '],
  ['a sentence', 'The cat sat on the mat and looked at the red door for a very long time. '],
  ['characters of a script without spaces', '猫坐在垫子上看着红色的门'],
])('ends an answer that repeats %s without end, and stops the model', async (_name, unit) => {
  const model = new EndlessModel(unit);
  const events = await collect(endLoops(model.answer(), 'The cat sat on the mat.'));
  expect(events.at(-1)).toEqual({ type: 'end', reason: 'loop', usage: {} });
  expect(model.isStopped).toBe(true);
  expect(model.written).toBeLessThan(2500);
});

it.each([
  ['a long text', readFlores('pt')],
  ['a refrain', Array.from({ length: 3 }, () => 'We shall overcome some day, deep in my heart. ')],
  ['laughter', ['ha '.repeat(40)]],
])('lets %s pass', async (_name, pieces) => {
  const events = await collect(endLoops(answer(pieces), 'x'));
  expect(events.at(-1)).toEqual(end);
});

it('lets an answer repeat what its source repeats', async () => {
  const source = 'Nunca mais farei isso na minha vida. '.repeat(30);
  const pieces = Array.from({ length: 30 }, () => 'Never again shall I do this in my life. ');
  expect((await collect(endLoops(answer(pieces), source))).at(-1)).toEqual(end);
});

it('lets a long table pass whose rows are alike', async () => {
  const rows = Array.from({ length: 100 }, (_, i) => `| item ${i} | price ${i * 3} |\n`);
  const source = rows.join('').replaceAll('item', 'artigo').replaceAll('price', 'preço');
  expect((await collect(endLoops(answer(rows), source))).at(-1)).toEqual(end);
});

class EndlessModel {
  readonly #unit: string;
  written = 0;
  isStopped = false;

  constructor(unit: string) {
    this.#unit = unit;
  }

  async *answer(): AsyncGenerator<EngineEvent, void> {
    try {
      for (;;) {
        this.written += this.#unit.length;
        yield await Promise.resolve({ type: 'text' as const, text: this.#unit });
      }
    } finally {
      this.isStopped = true;
    }
  }
}

async function* answer(pieces: readonly string[]): AsyncGenerator<EngineEvent, void> {
  for (const text of pieces) yield await Promise.resolve({ type: 'text' as const, text });
  yield end;
}

async function collect(events: AsyncIterable<EngineEvent>): Promise<EngineEvent[]> {
  const all: EngineEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}
