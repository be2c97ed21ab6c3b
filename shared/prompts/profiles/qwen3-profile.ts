import { buildChatPrompt, buildUserPrompt } from '../build-chat-prompt.ts';
import type { PromptProfile } from '../prompt.ts';
import { calmSampling, chatProfile } from './chat-profile.ts';

/**
 * The hybrid models of Qwen3, which think unless told otherwise. Engines tell them by a flag; where a server knows none, their own switch
 * `/no_think` in the system message does it: the model then opens and closes its thinking at once.
 * Source: https://qwen.readthedocs.io/en/v3.0/getting_started/quickstart.html, "Thinking & Non-Thinking Mode".
 */
export const qwen3Profile: PromptProfile = {
  name: 'qwen3',
  thinking: 'optional',
  unsupportedOptions: [],
  buildPrompt: (request) => {
    const [system, ...rest] = buildChatPrompt(request);
    const content = `${system.content}\n/no_think`;
    return { messages: [{ ...system, content }, ...rest], sampling: calmSampling };
  },
};

/**
 * Those that never think and know no switch: Qwen3-Instruct-2507 and Qwen3-Coder.
 * Source: https://huggingface.co/Qwen/Qwen3-4B-Instruct-2507.
 */
export const qwen3InstructProfile: PromptProfile = {
  ...chatProfile,
  name: 'qwen3-instruct',
  thinking: 'never',
};

/**
 * Those that always think, and others that answer like them, such as QwQ: the template may write the opening tag, so that the answer begins
 * within the thinking. Source: https://huggingface.co/Qwen/Qwen3-4B-Thinking-2507.
 */
export const qwen3ThinkingProfile: PromptProfile = {
  ...chatProfile,
  name: 'qwen3-thinking',
  thinking: 'always',
};

/**
 * DeepSeek-R1 and its distillates, which answer like those and are to be asked without a system message. Ollama's template closes the thinking
 * by itself when it is told `think: false`.
 * Source: https://huggingface.co/deepseek-ai/DeepSeek-R1, "Usage Recommendations".
 */
export const deepseekR1Profile: PromptProfile = {
  ...qwen3ThinkingProfile,
  thinking: 'switchable',
  buildPrompt: (request) => ({ messages: buildUserPrompt(request), sampling: calmSampling }),
};
