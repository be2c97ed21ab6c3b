/** What the worker is started with. */
export interface WorkerSettings {
  modelsFolder: string;
}

/** What it is asked: to translate `texts`, each a sentence, with the models of `pair` (`en-pt`). */
export interface WorkerRequest {
  pair: string;
  texts: readonly string[];
  /** Whether the texts are HTML, every element of which is closed again; else they are plain text, and so are the answers. */
  isHtml?: boolean;
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
