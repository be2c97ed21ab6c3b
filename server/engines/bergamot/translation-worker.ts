import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-message.ts';

/** How to start a worker thread, and how long it may have nothing to do before it is ended. */
export interface TranslationWorkerOptions {
  file: string;
  settings: WorkerSettings;
  idleMs: number;
}

/** A worker thread that is started at its first request, and again after it was ended or died. Takes one request at a time. */
export class TranslationWorker {
  readonly #options: TranslationWorkerOptions;
  readonly #loadedPairs = new Set<string>();
  #thread: Worker | undefined;
  #idleTimer: NodeJS.Timeout | undefined;

  constructor(options: TranslationWorkerOptions) {
    this.#options = options;
  }

  /** The running thread; undefined when there is none. */
  get thread(): Worker | undefined {
    return this.#thread;
  }

  hasLoaded(pair: string): boolean {
    return this.#loadedPairs.has(pair);
  }

  /** The thread's answer, or `died` when it ended before it answered. */
  async request(request: WorkerRequest): Promise<WorkerReply | 'died'> {
    clearTimeout(this.#idleTimer);
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    const reply = await ask(thread, request);
    thread.unref();
    if (reply !== 'died' && 'text' in reply) this.#loadedPairs.add(request.pair);
    // The module's memory only ever grows: nothing but the thread's end gives it back.
    this.#idleTimer = setTimeout(() => void this.end(), this.#options.idleMs).unref();
    return reply;
  }

  async end(): Promise<void> {
    clearTimeout(this.#idleTimer);
    await this.#thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#options.file, { workerData: this.#options.settings });
    thread.once('exit', () => {
      this.#thread = undefined;
      this.#loadedPairs.clear();
    });
    // Without a listener an error in the thread would end the whole server; `exit` follows it in any case.
    thread.on('error', () => undefined);
    return thread;
  }
}

function ask(thread: Worker, request: WorkerRequest): Promise<WorkerReply | 'died'> {
  return new Promise((resolve) => {
    const onExit = (): void => {
      resolve('died');
    };
    thread.once('exit', onExit);
    thread.once('message', (reply: WorkerReply) => {
      thread.off('exit', onExit);
      resolve(reply);
    });
    thread.postMessage(request);
  });
}
