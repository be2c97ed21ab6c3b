import type { ChatMessage, Sampling } from '../../../shared/prompts/prompt.ts';
import type { EngineCall } from '../engine.ts';
import { getPrompt } from '../get-prompt.ts';

/** What no server can do without. */
interface Essentials {
  model: string;
  messages: ChatMessage[];
  stream: true;
}

/** What a server may refuse without the answer being spoilt. */
interface OptionalFields {
  max_tokens?: number;
  max_completion_tokens?: number;
  temperature?: number;
  top_p?: number;
  top_k?: number;
  repetition_penalty?: number;
  repeat_penalty?: number;
  stream_options?: { include_usage: true };
  chat_template_kwargs?: Record<string, boolean>;
  reasoning_effort?: 'none';
}

export type OptionalField = keyof OptionalFields;

/** Fields that are not in OpenAI's own interface from the start: strict servers refuse them, sometimes without saying which. */
export const extensions: readonly OptionalField[] = [
  'stream_options',
  'chat_template_kwargs',
  'reasoning_effort',
  'top_k',
  'repetition_penalty',
  'repeat_penalty',
];

export type ChatRequest = Essentials & OptionalFields;

/** What a server is asked for one segment, without the fields that it has refused before. */
export function buildChatRequest(call: EngineCall, refused: ReadonlySet<OptionalField>): ChatRequest {
  const { messages, sampling } = getPrompt(call);
  const fields = {
    ...getOutputLimit(call.maxOutputTokens, refused),
    ...getSampling(sampling),
    stream_options: { include_usage: true },
    ...thinkingOff,
  };
  const accepted = Object.entries(fields).filter(([name]) => !refused.has(name as OptionalField));
  return { model: call.model, messages, stream: true, ...Object.fromEntries(accepted) };
}

/**
 * Each server has its own way, and ignores or refuses the others: vLLM, SGLang and llama-server hand the first to the model's template, where
 * it is called `enable_thinking` (Qwen, GLM, Gemma) or `thinking` (DeepSeek, Granite); Ollama, LM Studio and OpenAI take the second, and so do vLLM
 * since https://github.com/vllm-project/vllm/pull/36238 and SGLang since https://github.com/sgl-project/sglang/pull/20556, which before refused it.
 */
const thinkingOff = {
  chat_template_kwargs: { enable_thinking: false, thinking: false },
  reasoning_effort: 'none',
};

/** OpenAI's newer models refuse the one name, most other servers know only that. */
function getOutputLimit(limit: number | undefined, refused: ReadonlySet<OptionalField>): OptionalFields {
  if (limit === undefined) return {};
  return refused.has('max_tokens') ? { max_completion_tokens: limit } : { max_tokens: limit };
}

function getSampling({ temperature, topP, topK, repetitionPenalty }: Sampling): OptionalFields {
  return {
    temperature,
    ...(topP !== undefined && { top_p: topP }),
    ...(topK !== undefined && { top_k: topK }),
    // The name in vLLM and SGLang, and the one in llama-server.
    ...(repetitionPenalty !== undefined && {
      repetition_penalty: repetitionPenalty,
      repeat_penalty: repetitionPenalty,
    }),
  };
}
