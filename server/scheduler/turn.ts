import type { Priority } from './waiting-line.ts';

/** Whose a translation is, and how urgent. */
export interface TurnTerms {
  /** Names who is served in turn with others: the caller, as access knows it. */
  client: string;
  priority: Priority;
}

/** A place in the queue of an engine, held from before the headers until the translation ends. */
export interface Turn {
  /**
   * Yields the place in the queue, from 1, whenever it changes; ends when the turn has come or the signal aborts, which gives the place up.
   * Places far back are told in steps: nobody needs to know each.
   */
  wait(signal: AbortSignal): AsyncGenerator<number, void>;
  /**
   * Between two parts of the work: when somebody ranks before it, gives the turn to them and resolves as soon as it has come again, or the
   * signal aborts, which gives it up; else at once. Who wants to know the place meanwhile may `wait` beside it.
   */
  pass(signal: AbortSignal): Promise<void>;
  /** Somebody waits for it now: it counts as interactive from here on. */
  promote(): void;
  /** Gives the place up, whether or not the turn had come. May be called twice. */
  leave(): void;
}
