import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startWorker } from './processes/start-process.ts';

/** Streams that run at the same time, each of a text of its own. */
export interface Holding {
  url: string;
  model: string;
  text: string;
  count: number;
}

type Report = { held: number } | { failure: string };

/** Clients that read streams to their end and do nothing else, in a process of their own. */
export class StreamHolder {
  readonly #worker: ChildProcess = startWorker('stream-holder.ts');

  /** Resolves when each has had its first text. Throws when one has not. */
  async hold(holding: Holding): Promise<void> {
    const answered = once(this.#worker, 'message');
    this.#worker.send(holding);
    const [report] = (await answered) as [Report];
    if ('failure' in report) throw new Error(report.failure);
  }

  stop(): void {
    this.#worker.kill();
  }
}
