import { buildChatPrompt } from './build-chat-prompt.ts';
import type { ProfileName, PromptProfile } from './prompt.ts';

const chatProfile: PromptProfile = {
  name: 'chat',
  thinking: 'optional',
  unsupportedOptions: ['context', 'instructions', 'formality', 'glossary'],
  buildPrompt: (request) => ({ messages: buildChatPrompt(request), sampling: { temperature: 0.2 } }),
};

/** The profile for a model by its name, or the one that is forced. */
export function chooseProfile(_model: string, _forced: ProfileName | 'auto' = 'auto'): PromptProfile {
  return chatProfile;
}
