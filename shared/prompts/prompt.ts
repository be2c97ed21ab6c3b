import type { TranslateRequest } from '../translate-request.ts';

/** A chat message as every chat engine takes it. */
export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

/** How an engine shall choose among likely tokens; a member that is missing is left to the engine. */
export interface Sampling {
  temperature: number;
  topP?: number;
  topK?: number;
  repetitionPenalty?: number;
}

/** What a chat engine is asked. */
export interface Prompt {
  messages: ChatMessage[];
  sampling: Sampling;
  /**
   * Name of the tag that the answer stands between, as the model was trained to write it: with `target` the translation of "Olá" comes as
   * `<target>Hello</target>`, and the tags are not part of it. Absent: the answer stands alone.
   */
  answerTag?: string;
}

/** What a prompt is made of. Every string in it may come from a page: see `neutralizeRequest`. */
export interface PromptRequest {
  /** What shall be translated, without outer white space. */
  text: string;
  /** BCP 47 tag; `und`: the model finds it out. */
  source: string;
  /** BCP 47 tag. */
  target: string;
  /** What stands around the text; helps with meaning, must not be translated. */
  context?: NonNullable<TranslateRequest['context']>;
  /** What the reader asks of the translation. */
  instructions?: string;
  /** How politely the reader is addressed; absent: as the text does. */
  formality?: 'more' | 'less';
  /** Terms that have a fixed translation. */
  glossary?: NonNullable<TranslateRequest['glossary']>;
  /** Whether `text` holds numbered tags such as `<1>…</1>` and `<2/>` that must be kept. Default: false. */
  hasTags?: boolean;
  /** What was wrong with the attempt before this one, a sentence each, to be named in a stricter prompt. Default: none. */
  faults?: readonly string[];
}

/** Options of a request that only a prompt can follow. */
export type PromptOption = 'context' | 'instructions' | 'formality' | 'glossary';

/** Families of models that want to be asked in different ways; `chat` fits every other. */
export const profileNames = [
  'chat',
  'qwen3',
  'qwen3-instruct',
  'qwen3-thinking',
  'hunyuan-mt',
  'translategemma',
  'gemma',
  'mistral',
] as const;
export type ProfileName = (typeof profileNames)[number];

/** How a family of models is asked. */
export interface PromptProfile {
  readonly name: ProfileName;
  /**
   * How its models think: `never` and `optional` put it, if they do, between tags at the very start; with `always` the opening tag may be
   * missing from the answer, because the model's template has written it; so it may with `switchable`, but there the template may have written
   * the closing one too, and then the answer has none.
   */
  readonly thinking: 'never' | 'optional' | 'always' | 'switchable';
  /** What its prompts have no place for; told to the client in `start.ignored`. */
  readonly unsupportedOptions: readonly PromptOption[];
  buildPrompt(request: PromptRequest): Prompt;
}
