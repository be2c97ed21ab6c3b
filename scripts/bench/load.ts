import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { startWorker } from './processes/start-process.ts';

/** A POST that is sent so many times, one after the other. */
export interface Load {
  url: string;
  body: object;
  times: number;
  /** When the client leaves. Default: after the end. */
  until?: 'first-event' | 'end';
}

/** How one answer came: the engine's count of tokens, and how long its first event, its first text and its end took. */
export interface LoadResult {
  tokens: number;
  firstEventMs: number;
  firstTextMs: number;
  totalMs: number;
}

type Report = { results: LoadResult[] } | { failure: string };

/** The load generator, in its own process. */
export class LoadGenerator {
  readonly #worker: ChildProcess = startWorker('load-generator.ts');

  /** Throws when an answer was not whole. */
  async send(load: Load): Promise<LoadResult[]> {
    const answered = once(this.#worker, 'message');
    this.#worker.send(load);
    const [report] = (await answered) as [Report];
    if ('failure' in report) throw new Error(`${load.url} did not answer as it must: ${report.failure}`);
    return report.results;
  }

  stop(): void {
    this.#worker.kill();
  }
}
