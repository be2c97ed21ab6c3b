import type { Prompt } from '../../shared/prompts/prompt.ts';
import type { EngineName, RequestOption } from '../../shared/translate-request.ts';
import type { Phase } from '../../shared/translation-event.ts';

/** One call of an engine: a segment or a part of one, without its outer white space. */
export interface EngineCall {
  /** What shall be translated; with `format: 'html'` markup whose tags must be kept. */
  text: string;
  /** Default: `text`. */
  format?: 'text' | 'html';
  /** BCP 47 tag, or `und` when nobody knows. */
  source: string;
  /** BCP 47 tag. */
  target: string;
  model: string;
  /** How an engine that takes prompts is asked for this text; there if and only if it does. */
  prompt?: Prompt;
  /** More tokens than any translation of this text takes: a bound for models that never stop. Absent: the engine's own. */
  maxOutputTokens?: number;
}

/** How many tokens a call took, as far as the engine says. */
export interface EngineUsage {
  inputTokens?: number;
  outputTokens?: number;
  thinkingTokens?: number;
  loadMs?: number;
}

/** What an engine says while it works. `end` is the last event of every call that did not throw. */
export type EngineEvent =
  | { type: 'phase'; phase: Phase }
  | { type: 'text'; text: string }
  /** Thinking that the engine itself keeps apart from the answer; only its length is passed on. */
  | { type: 'thought'; chars: number }
  /**
   * `length`: a limit cut the answer. `overflow`: the prompt did not fit the model's context, and no text came. `loop`: it went round in circles
   * and was ended by us.
   */
  | { type: 'end'; reason: 'stop' | 'length' | 'overflow' | 'loop'; usage: EngineUsage };

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
  /** The model that is used when the request names none; empty as long as only a server that does not answer could tell. */
  readonly defaultModel: string;
  /** The pairs it has; undefined: any language into any other. */
  readonly pairs: readonly LanguagePair[] | undefined;
  /** What of a request it cannot follow. */
  readonly unsupportedOptions: readonly RequestOption[];
  /** Whether it is asked in words: then its calls carry a prompt, its answers are filtered, and asking again differently can help. */
  readonly takesPrompts: boolean;
  /** Tokens that prompt and answer of a call may have together; undefined: the engine cuts texts itself. */
  readonly contextTokens: number | undefined;
  /** How many calls run at once. */
  readonly concurrency: number;
  /** Looks whether it can work; never throws; at most 300 ms. */
  probe(): Promise<EngineState>;
  translate(call: EngineCall, signal: AbortSignal): AsyncIterable<EngineEvent>;
  /** Frees what it holds; the engine is not used afterwards. */
  close(): Promise<void>;
}
