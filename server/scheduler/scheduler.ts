import { TranslationError } from '../../shared/translation-error.ts';
import { EngineQueue } from './engine-queue.ts';
import type { Turn, TurnTerms } from './turn.ts';

/** What of an engine its queue depends on. */
export interface ScheduledEngine {
  name: string;
  /** How many translations it works on at once. */
  concurrency: number;
}

/** When a place in the queue may be free, in seconds: as long as no turn has ended, and at least and at most. */
const retryAfter = { unknown: 5, least: 1, most: 60 } as const;

/** One queue for the machine: so many translations at once for each engine, the others in a fair order. */
export class Scheduler {
  readonly #queueLimit: number;
  /** Of engines that somebody works with. */
  readonly #queues = new Map<string, EngineQueue>();

  constructor(queueLimit: number) {
    this.#queueLimit = queueLimit;
  }

  /**
   * Takes a place; without `terms` for one client that has no name. Throws `queue_full` when it would have to wait and as many wait as may,
   * for any engine.
   */
  enter(engine: ScheduledEngine, terms: TurnTerms = { client: '', priority: 'interactive' }): Turn {
    const queue = this.#open(engine);
    if (queue.isBusy && this.#countWaiting() >= this.#queueLimit)
      throw createQueueFull(this.#queueLimit, queue.freeAfterMs);
    return queue.enter(terms);
  }

  /** How many translations an engine works on now, and how many wait for it; those that let others go first between two parts wait too. */
  countTurns({ name }: Pick<ScheduledEngine, 'name'>): { running: number; waiting: number } {
    const { running = 0, waiting = 0 } = this.#queues.get(name) ?? {};
    return { running, waiting };
  }

  #open({ name, concurrency }: ScheduledEngine): EngineQueue {
    const queue = this.#queues.get(name) ?? new EngineQueue(() => this.#queues.delete(name));
    this.#queues.set(name, queue);
    queue.resize(concurrency);
    return queue;
  }

  #countWaiting(): number {
    return [...this.#queues.values()].reduce((sum, { waiting }) => sum + waiting, 0);
  }
}

function createQueueFull(limit: number, freeAfterMs: number | undefined): TranslationError {
  const { unknown, least, most } = retryAfter;
  const seconds = freeAfterMs === undefined ? unknown : Math.ceil(freeAfterMs / 1000);
  const retryAfterSeconds = Math.min(most, Math.max(least, seconds));
  return new TranslationError(
    'queue_full',
    `${limit} translations are waiting already, which is the limit.`,
    {
      hint: `Try again in about ${retryAfterSeconds} s, or raise --queue-limit.`,
      retryAfterSeconds,
    },
  );
}
