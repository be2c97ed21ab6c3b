import { buildChatPrompt } from '../build-chat-prompt.ts';
import type { PromptProfile, Sampling } from '../prompt.ts';

/** Few surprises, yet not always the same choice: greedy decoding makes small models loop. For models that publish nothing for translation. */
export const calmSampling: Sampling = { temperature: 0.2 };

/** How any model that follows instructions is asked. */
export const chatProfile: PromptProfile = {
  name: 'chat',
  thinking: 'optional',
  unsupportedOptions: [],
  buildPrompt: (request) => ({ messages: buildChatPrompt(request), sampling: calmSampling }),
};
