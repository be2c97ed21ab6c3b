import type { EngineName, RequestOption } from '../../shared/translate-request.ts';
import type { Phase } from '../../shared/translation-event.ts';

/** One call of an engine: one segment, without its outer white space. */
export interface EngineCall {
  text: string;
  /** BCP 47 tag, or `und` when nobody knows. */
  source: string;
  /** BCP 47 tag. */
  target: string;
  model: string;
}

/** How many tokens a call took, as far as the engine says. */
export interface EngineUsage {
  inputTokens?: number;
  outputTokens?: number;
  loadMs?: number;
}

/** What an engine says while it works. `end` is the last event of every call that did not throw. */
export type EngineEvent =
  | { type: 'phase'; phase: Phase }
  | { type: 'text'; text: string }
  /** Thinking that the engine itself keeps apart from the answer; only its length is passed on. */
  | { type: 'thought'; chars: number }
  | { type: 'end'; reason: 'stop' | 'length'; usage: EngineUsage };

/** Whether an engine can work now, in words for people. */
export interface EngineState {
  available: boolean;
  /** Names of the models that are installed. */
  models: string[];
  /** One sentence: what is there, or what is missing. */
  message: string;
  /** One sentence: what to do, when something is missing. */
  fix?: string;
}

/** A source and a target language, BCP 47 tags. */
export interface LanguagePair {
  source: string;
  target: string;
}

/**
 * Something that translates. Failures are thrown as `TranslationError`; an aborted signal ends a call as soon as the engine can,
 * by throwing the signal's reason.
 */
export interface Engine {
  readonly name: EngineName;
  /** The model that is used when the request names none. */
  readonly defaultModel: string;
  /** The pairs it has; undefined: any language into any other. */
  readonly pairs: readonly LanguagePair[] | undefined;
  /** What of a request it cannot follow. */
  readonly unsupportedOptions: readonly RequestOption[];
  /** How many calls run at once. */
  readonly concurrency: number;
  /** Looks whether it can work; never throws; at most 300 ms. */
  probe(): Promise<EngineState>;
  translate(call: EngineCall, signal: AbortSignal): AsyncIterable<EngineEvent>;
  /** Frees what it holds; the engine is not used afterwards. */
  close(): Promise<void>;
}
