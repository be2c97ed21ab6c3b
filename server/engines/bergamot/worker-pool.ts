import { TranslationError } from '../../../shared/translation-error.ts';
import { TranslationWorker, type TranslationWorkerOptions, type WorkerCrash } from './translation-worker.ts';
import type { WorkerReply, WorkerRequest, WorkerTranslation } from './worker-message.ts';

/** A fixed number of workers; each sentence takes a free one, or waits for it. */
export class WorkerPool {
  readonly #workers: TranslationWorker[];
  readonly #free: TranslationWorker[];
  readonly #waiting: ((worker: TranslationWorker) => void)[] = [];
  #isClosed = false;

  constructor(count: number, options: TranslationWorkerOptions) {
    this.#workers = Array.from({ length: count }, () => new TranslationWorker(options));
    this.#free = [...this.#workers];
  }

  hasLoaded(pair: string): boolean {
    return this.#workers.some((worker) => worker.hasLoaded(pair));
  }

  /**
   * A sentence's translation. A worker that dies is replaced and asked once more; if that dies too, or cannot load its models, it throws
   * `engine_error`.
   */
  async translate(request: WorkerRequest): Promise<WorkerTranslation> {
    const worker = await this.#take(request.pair);
    try {
      const first = await this.#ask(worker, request);
      const reply = 'crash' in first ? await this.#ask(worker, request) : first;
      if ('crash' in reply) throw createCrashError(reply.crash);
      if ('failure' in reply) throw createModelError(reply.failure);
      return reply;
    } finally {
      this.#giveBack(worker);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#workers.map((worker) => worker.end()));
  }

  #ask(worker: TranslationWorker, request: WorkerRequest): Promise<WorkerReply | WorkerCrash> {
    if (this.#isClosed) throw new TranslationError('shutting_down', 'The embedded engine is closed.');
    return worker.request(request);
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

function createCrashError(cause: unknown): TranslationError {
  return new TranslationError('engine_error', 'The embedded engine crashed twice on the same sentence.', {
    hint: 'Leave the sentence out, or translate it with another engine.',
    cause,
  });
}

function createModelError(failure: string): TranslationError {
  return new TranslationError('engine_error', failure, {
    hint: 'Get the folder server/models of this release again.',
  });
}
