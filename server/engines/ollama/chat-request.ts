import type { ChatRequest, Options } from 'ollama';
import type { Sampling } from '../../../shared/prompts/prompt.ts';
import type { EngineCall } from '../engine.ts';
import { getPrompt } from '../get-prompt.ts';

/** The package's types lack `truncate` and `shift`, which Ollama takes since 0.12.4; older servers ignore them. */
export interface OllamaChatRequest extends ChatRequest {
  stream: true;
  think: false;
  truncate: false;
  shift: false;
}

export interface ChatSettings {
  /** Tokens of context, prompt and answer together; always the same, because Ollama reloads the model for another value. */
  numCtx: number;
  /** How long the model stays in memory after a call; below 0 for ever. */
  keepAliveMs: number;
}

/** What Ollama is asked for one segment. */
export function buildChatRequest(call: EngineCall, { numCtx, keepAliveMs }: ChatSettings): OllamaChatRequest {
  const { messages, sampling } = getPrompt(call);
  return {
    model: call.model,
    messages,
    stream: true,
    // Left out, a model that can think does.
    think: false,
    // Without these a text that does not fit is cut, and a long answer forgets its beginning, both in silence.
    truncate: false,
    shift: false,
    keep_alive: keepAliveMs < 0 ? -1 : Math.round(keepAliveMs / 1000),
    options: {
      num_ctx: numCtx,
      num_predict: Math.min(numCtx, call.maxOutputTokens ?? numCtx),
      ...toOptions(sampling),
    },
  };
}

function toOptions({ temperature, topP, topK, repetitionPenalty }: Sampling): Partial<Options> {
  return {
    temperature,
    ...(topP !== undefined && { top_p: topP }),
    ...(topK !== undefined && { top_k: topK }),
    ...(repetitionPenalty !== undefined && { repeat_penalty: repetitionPenalty }),
  };
}
