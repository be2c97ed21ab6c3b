/** What the worker is started with. */
export interface WorkerSettings {
  modelsFolder: string;
}

/** What it is asked: to translate `texts`, each a sentence of plain text, with the models of `pair` (`en-pt`). */
export interface WorkerRequest {
  pair: string;
  texts: readonly string[];
}

/** Their translations, in their order; `loadMs` is there when the pair's models had to be loaded first. */
export interface WorkerTranslation {
  texts: string[];
  loadMs?: number;
}

/**
 * What it answers, once a request: `failure` says why the models cannot be loaded. When translating itself fails the module is
 * unusable: the worker dies instead of answering.
 */
export type WorkerReply = WorkerTranslation | { failure: string };
