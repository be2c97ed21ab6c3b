import { Worker } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './worker-message.ts';

export interface TranslationWorkerOptions {
  /** The compiled worker. */
  file: string;
  settings: WorkerSettings;
  /** How long a thread may have nothing to do before it is ended. */
  idleMs: number;
  /** How long it may take for an answer before it counts as dead; a sentence takes some 30 ms, loading a second. */
  answerMs: number;
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
    const limit = setTimeout(() => void thread.terminate(), this.#options.answerMs);
    thread.ref();
    const reply = (await ask(thread, request)) ?? { crash: this.#lastError };
    thread.unref();
    clearTimeout(limit);
    if ('texts' in reply) this.#loadedPairs.add(request.pair);
    // The module's memory only ever grows: nothing but the thread's end gives it back.
    this.#idleTimer = setTimeout(() => void this.end(), this.#options.idleMs).unref();
    return reply;
  }

  async end(): Promise<void> {
    clearTimeout(this.#idleTimer);
    const thread = this.#thread;
    if (thread) this.#forget(thread);
    await thread?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(this.#options.file, { workerData: this.#options.settings });
    this.#lastError = undefined;
    // Without a listener an error in the thread would end the server. `exit` always follows it.
    thread.on('error', (error) => {
      this.#lastError = error;
    });
    thread.once('exit', () => {
      this.#forget(thread);
    });
    return thread;
  }

  #forget(thread: Worker): void {
    if (this.#thread !== thread) return;
    this.#thread = undefined;
    this.#loadedPairs.clear();
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
