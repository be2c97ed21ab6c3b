import { buildUserPrompt } from '../build-chat-prompt.ts';
import type { PromptProfile } from '../prompt.ts';
import { calmSampling } from './chat-profile.ts';

/**
 * Gemma 1 to 3 have no system role (https://ai.google.dev/gemma/docs/core/prompt-structure), so the rules begin the user's turn; Gemma 4,
 * which has one and can think, takes that as well.
 */
export const gemmaProfile: PromptProfile = {
  name: 'gemma',
  thinking: 'optional',
  unsupportedOptions: [],
  buildPrompt: (request) => ({ messages: buildUserPrompt(request), sampling: calmSampling }),
};
