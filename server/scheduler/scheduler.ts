import { TranslationError } from '../../shared/translation-error.ts';
import { Bell } from '../streams/bell.ts';

/** A place in the queue of an engine, held from before the headers until the translation ends. */
export interface Turn {
  /** Yields the place in the queue, from 1, whenever it changes; ends when the turn has come or the signal aborts. */
  wait(signal: AbortSignal): AsyncGenerator<number, void>;
  /** Gives the place up, whether or not the turn had come. May be called twice. */
  leave(): void;
}

/** One queue for the machine: so many translations at once for each engine, the others in the order they came. */
export class Scheduler {
  readonly #queueLimit: number;
  readonly #queues = new Map<string, { turns: object[]; bell: Bell }>();

  constructor(queueLimit: number) {
    this.#queueLimit = queueLimit;
  }

  /** Takes a place. Throws `queue_full` when as many wait as may. */
  enter(engine: { name: string; concurrency: number }): Turn {
    const queue = this.#queues.get(engine.name) ?? { turns: [], bell: new Bell() };
    this.#queues.set(engine.name, queue);
    if (this.countTurns(engine).waiting >= this.#queueLimit && queue.turns.length >= engine.concurrency)
      throw createQueueFull(this.#queueLimit);
    const turn = {};
    queue.turns.push(turn);
    const getPlace = (): number => queue.turns.indexOf(turn) + 1 - engine.concurrency;
    return {
      wait: (signal) => waitForTurn(getPlace, queue.bell, signal),
      leave: () => {
        const index = queue.turns.indexOf(turn);
        if (index !== -1) queue.turns.splice(index, 1);
        queue.bell.ring();
      },
    };
  }

  /** How many translations an engine works on now, and how many wait for it. */
  countTurns({ name, concurrency }: { name: string; concurrency: number }): {
    running: number;
    waiting: number;
  } {
    const turns = this.#queues.get(name)?.turns.length ?? 0;
    return { running: Math.min(turns, concurrency), waiting: Math.max(0, turns - concurrency) };
  }
}

async function* waitForTurn(
  getPlace: () => number,
  bell: Bell,
  signal: AbortSignal,
): AsyncGenerator<number, void> {
  let last = 0;
  for (let place = getPlace(); place > 0 && !signal.aborted; place = getPlace()) {
    if (place !== last) yield place;
    last = place;
    if (getPlace() === place) await bell.wait(signal);
  }
}

function createQueueFull(limit: number): TranslationError {
  return new TranslationError(
    'queue_full',
    `${limit} translations are waiting already, which is the limit.`,
    {
      hint: 'Try again in a few seconds, or raise --queue-limit.',
      retryAfterSeconds: 5,
    },
  );
}
