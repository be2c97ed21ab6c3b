import type { Prompt, PromptProfile } from '../../shared/prompts/prompt.ts';
import type { EngineEvent } from '../engines/engine.ts';
import { keepOuterSpace, type OuterSpace } from './keep-outer-space.ts';
import { gateOutput } from './output-gate.ts';
import { filterThinking } from './think-filter.ts';

/** What an answer is the answer to. */
export interface Asked {
  /** What was to be translated, as the client sent it, without outer white space. */
  source: string;
  /** The white space that was around it. */
  outer: OuterSpace;
  /** How a model was asked; undefined for an engine that takes no prompts. */
  chat: Chat | undefined;
}

interface Chat {
  profile: PromptProfile;
  prompt: Prompt;
  /** Undoes what was done to the text so that it could not steer the model; undefined when nothing was. */
  restore: ((piece: string) => string) | undefined;
}

/** Makes the exact translation of an engine's answer: a stage that wraps its events. */
export type AnswerCleaner = (events: AsyncIterable<EngineEvent>, asked: Asked) => AsyncIterable<EngineEvent>;

/**
 * The stages between engine and reader: thinking is hidden, neutralised tokens are put back (after it, so that a tag of the text is not
 * taken for thinking), what the model said around its answer is removed, and the source's outer white space replaces the model's.
 */
export function cleanAnswer(
  events: AsyncIterable<EngineEvent>,
  { source, outer, chat }: Asked,
): AsyncIterable<EngineEvent> {
  if (!chat) return keepOuterSpace(events, outer);
  const visible = filterThinking(events, chat.profile.thinking, source);
  const restored = chat.restore ? restoreText(visible, chat.restore) : visible;
  return keepOuterSpace(gateOutput(restored, { source, prompt: chat.prompt }), outer);
}

/** A stage: puts back in the answer what was neutralised in the text. */
async function* restoreText(
  events: AsyncIterable<EngineEvent>,
  restore: (piece: string) => string,
): AsyncGenerator<EngineEvent, void> {
  for await (const event of events) {
    yield event.type === 'text' ? { type: 'text', text: restore(event.text) } : event;
  }
}
