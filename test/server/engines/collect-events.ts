import type { EngineCall, EngineEvent } from '../../../server/engines/engine.ts';
import { chooseProfile } from '../../../shared/prompts/choose-profile.ts';
import { TranslationError } from '../../../shared/translation-error.ts';

/** Everything one call said, and how it ended. */
export interface Outcome {
  events: EngineEvent[];
  /** All text events joined. */
  text: string;
  phases: string[];
  thoughtChars: number;
  /** The reason of the `end` event. */
  reason: Extract<EngineEvent, { type: 'end' }>['reason'] | undefined;
  error: unknown;
  /** Of a TranslationError. */
  code: string | undefined;
  /** Message and hint of a TranslationError. */
  sentences: string | undefined;
}

export function createCall(call: Partial<EngineCall> = {}): EngineCall {
  const asked = { text: 'How are you today?', source: 'en', target: 'pt', model: 'qwen3:8b', ...call };
  return { ...asked, prompt: chooseProfile(asked.model).buildPrompt(asked), maxOutputTokens: 328 };
}

/** Reads a call to its end; what it throws is part of the outcome. */
export async function collect(call: AsyncIterable<EngineEvent>): Promise<Outcome> {
  const events: EngineEvent[] = [];
  let error: unknown;
  try {
    for await (const event of call) events.push(event);
  } catch (thrown) {
    error = thrown;
  }
  const failure = error instanceof TranslationError ? error : undefined;
  return {
    events,
    text: events.map((event) => (event.type === 'text' ? event.text : '')).join(''),
    phases: events.flatMap((event) => (event.type === 'phase' ? [event.phase] : [])),
    thoughtChars: events.reduce((sum, event) => sum + (event.type === 'thought' ? event.chars : 0), 0),
    reason: events.flatMap((event) => (event.type === 'end' ? [event.reason] : []))[0],
    error,
    code: failure?.code,
    sentences: failure && `${failure.message} ${failure.hint ?? ''}`,
  };
}
