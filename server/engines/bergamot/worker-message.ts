/** What the worker is started with. */
export interface WorkerSettings {
  modelsFolder: string;
}

/** What it is asked: to translate `text`, one sentence of plain text, with the models of `pair` (`en-pt`). */
export interface WorkerRequest {
  pair: string;
  text: string;
}

/** A sentence's translation; `loadMs` is there when the pair's models had to be loaded for it. */
export interface WorkerTranslation {
  text: string;
  loadMs?: number;
}

/**
 * What it answers, once a request: `failure` says why the models cannot be loaded. When translating itself fails the module is
 * unusable: the worker dies instead of answering.
 */
export type WorkerReply = WorkerTranslation | { failure: string };
