import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-message.ts';

/** How to start a worker thread, and how long it may have nothing to do before it is ended. */
export interface TranslationWorkerOptions {
  file: string;
  settings: WorkerSettings;
  idleMs: number;
}

/** That a thread ended before it answered, and why if anybody knows. */
export interface WorkerCrash {
  crash: unknown;
}

/** A worker thread that is started at its first request, and again after it was ended or died. Takes one request at a time. */
export class TranslationWorker {
  readonly #options: TranslationWorkerOptions;
  readonly #loadedPairs = new Set<string>();
  #thread: Worker | undefined;
  #lastError: unknown;
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

  async request(request: WorkerRequest): Promise<WorkerReply | WorkerCrash> {
    clearTimeout(this.#idleTimer);
    const thread = (this.#thread ??= this.#start());
    thread.ref();
    const reply = (await ask(thread, request)) ?? { crash: this.#lastError };
    thread.unref();
    if ('texts' in reply) this.#loadedPairs.add(request.pair);
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
    // Without a listener an error in the thread would end the server. `exit` always follows it.
    thread.on('error', (error) => {
      this.#lastError = error;
    });
    thread.once('exit', () => {
      this.#thread = undefined;
      this.#loadedPairs.clear();
    });
    return thread;
  }
}

/** The thread's answer; undefined when it ends before it answers. */
function ask(thread: Worker, request: WorkerRequest): Promise<WorkerReply | undefined> {
  return new Promise((resolve) => {
    const onExit = (): void => {
      resolve(undefined);
    };
    thread.once('exit', onExit);
    thread.once('message', (reply: WorkerReply) => {
      thread.off('exit', onExit);
      resolve(reply);
    });
    thread.postMessage(request);
  });
}
