import type { Prompt } from '../../shared/prompts/prompt.ts';
import type { EngineCall } from './engine.ts';

/** The prompt of a call to an engine that takes prompts. Throws when there is none: whoever calls has made a mistake. */
export function getPrompt({ prompt }: EngineCall): Prompt {
  if (prompt) return prompt;
  throw new Error('An engine that takes prompts was called without one.');
}
