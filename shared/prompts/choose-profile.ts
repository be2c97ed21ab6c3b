import { chatProfile } from './profiles/chat-profile.ts';
import { gemmaProfile } from './profiles/gemma-profile.ts';
import { hunyuanMt7bProfile, hunyuanMtProfile, hyMt2Profile } from './profiles/hunyuan-mt-profile.ts';
import { mistral7bProfile, mistralProfile } from './profiles/mistral-profile.ts';
import {
  deepseekR1Profile,
  qwen3InstructProfile,
  qwen3Profile,
  qwen3ThinkingProfile,
} from './profiles/qwen3-profile.ts';
import { translategemmaProfile } from './profiles/translategemma-profile.ts';
import type { ProfileName, PromptProfile } from './prompt.ts';

const profiles: Readonly<Record<ProfileName, PromptProfile>> = {
  chat: chatProfile,
  qwen3: qwen3Profile,
  'qwen3-instruct': qwen3InstructProfile,
  'qwen3-thinking': qwen3ThinkingProfile,
  'hunyuan-mt': hunyuanMtProfile,
  translategemma: translategemmaProfile,
  gemma: gemmaProfile,
  mistral: mistralProfile,
};

/** The first that fits a name in lower case counts, so the special come before the general. */
const rules: readonly (readonly [name: RegExp, profile: PromptProfile])[] = [
  [/hunyuan[-_ ]?mt[-_ ]?(?:chimera[-_ ]?)?7b/, hunyuanMt7bProfile],
  [/(?:hunyuan|\bhy)[-_ ]?mt[-_ ]?2/, hyMt2Profile],
  [/(?:hunyuan|\bhy)[-_ ]?mt|hunyuan.*\bmt\b/, hunyuanMtProfile],
  [/translate[-_ ]?gemma/, translategemmaProfile],
  [/deepseek[-_.]?r1|\br1-1776|deepscaler/, deepseekR1Profile],
  [/(?<!non?[-_]?)thinking|qwq/, qwen3ThinkingProfile],
  // Ollama moved these names to Thinking-2507, which no flag keeps from thinking: https://github.com/ollama/ollama/issues/12917
  [/^qwen3:(?:4b|30b|235b)$/, qwen3ThinkingProfile],
  [/qwen[-_]?3(?!\.\d).*(?:instruct|2507|coder)/, qwen3InstructProfile],
  // Later ones, such as Qwen3.5, know no switch and are asked like any other.
  [/qwen[-_]?3(?!\.\d)/, qwen3Profile],
  [/gemma/, gemmaProfile],
  [/mistral-7b|mixtral-8x7b/, mistral7bProfile],
  [/mistral|mixtral|magistral|ministral|devstral|codestral|pixtral|voxtral|mathstral/, mistralProfile],
];

/**
 * The profile for a model by its name, however Ollama, Hugging Face, vLLM or a file on disk spell it; `chat` for a family that has none of its
 * own. `forced` (default `auto`) is the setting `profile`: any other value wins over the name.
 */
export function chooseProfile(model: string, forced: ProfileName | 'auto' = 'auto'): PromptProfile {
  if (forced !== 'auto') return profiles[forced];
  const path = model.toLowerCase().replaceAll('\\', '/');
  // What a model is made of stands in its own name; who offers it, or the folder, counts only when that says nothing.
  const name = path.slice(path.lastIndexOf('/') + 1);
  return findProfile(name) ?? findProfile(path) ?? chatProfile;
}

function findProfile(name: string): PromptProfile | undefined {
  return rules.find(([pattern]) => pattern.test(name))?.[1];
}
