import { buildUserPrompt } from '../build-chat-prompt.ts';
import type { PromptProfile } from '../prompt.ts';
import { calmSampling, chatProfile } from './chat-profile.ts';

/**
 * Mistral's models, and Magistral, which puts its thinking between `[THINK]` and `[/THINK]`. Without a system message their templates put in
 * one of their own, which asks Magistral to think first (https://huggingface.co/mistralai/Magistral-Small-2507): ours takes its place.
 */
export const mistralProfile: PromptProfile = { ...chatProfile, name: 'mistral' };

/** The first generation, whose template refuses a system message (https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.2). */
export const mistral7bProfile: PromptProfile = {
  ...mistralProfile,
  buildPrompt: (request) => ({ messages: buildUserPrompt(request), sampling: calmSampling }),
};
