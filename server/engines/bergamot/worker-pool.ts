import { TranslationError } from '../../../shared/translation-error.ts';
import { TranslationWorker, type TranslationWorkerOptions } from './translation-worker.ts';
import type { WorkerRequest, WorkerTranslation } from './worker-message.ts';

/** A fixed number of workers; each sentence takes a free one, or waits for it. */
export class WorkerPool {
  readonly #workers: TranslationWorker[];
  readonly #free: TranslationWorker[];
  readonly #waiting: ((worker: TranslationWorker) => void)[] = [];

  constructor(count: number, options: TranslationWorkerOptions) {
    this.#workers = Array.from({ length: count }, () => new TranslationWorker(options));
    this.#free = [...this.#workers];
  }

  hasLoaded(pair: string): boolean {
    return this.#workers.some((worker) => worker.hasLoaded(pair));
  }

  /** A sentence's translation. A worker that dies is replaced and asked once more; then, or when models are missing, `engine_error`. */
  async translate(request: WorkerRequest): Promise<WorkerTranslation> {
    const worker = await this.#take(request.pair);
    try {
      const first = await worker.request(request);
      const reply = 'crash' in first ? await worker.request(request) : first;
      if ('crash' in reply) throw createCrashError(reply.crash);
      if ('failure' in reply) throw new TranslationError('engine_error', reply.failure, { hint: reinstall });
      return reply;
    } finally {
      this.#giveBack(worker);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  /** A free worker, one that has the models before one that has not. */
  async #take(pair: string): Promise<TranslationWorker> {
    const ready = this.#free.findIndex((worker) => worker.hasLoaded(pair));
    const [worker] = this.#free.splice(Math.max(ready, 0), 1);
    return worker ?? (await new Promise((resolve) => this.#waiting.push(resolve)));
  }

  #giveBack(worker: TranslationWorker): void {
    const next = this.#waiting.shift();
    if (next) next(worker);
    else this.#free.push(worker);
  }
}

const reinstall = 'Get the file again: its right version is in server/models of this release.';

function createCrashError(cause: unknown): TranslationError {
  return new TranslationError('engine_error', 'The embedded engine crashed twice on the same sentence.', {
    hint: 'Leave the sentence out, or translate it with another engine.',
    cause,
  });
}
