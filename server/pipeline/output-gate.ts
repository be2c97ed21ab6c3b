import type { Prompt } from '../../shared/prompts/prompt.ts';
import type { EngineEvent } from '../engines/engine.ts';
import { BreakGate } from './gate-breaks.ts';
import { FrontGate } from './gate-front.ts';
import { findIntroductions } from './gate-introductions.ts';
import { PromptEcho, readPrompt } from './gate-prompt.ts';
import { QuoteGate } from './gate-quotes.ts';
import { TokenGate } from './gate-tokens.ts';
import { createFenceFront, createTagFront, type Wrapping } from './gate-wrapping.ts';
import type { TextStage } from './text-stage.ts';

/** What an answer is judged by. */
export interface Around {
  /** The text that was to be translated, without outer white space. */
  source: string;
  /** What the model was asked. */
  prompt: Prompt;
}

/**
 * A stage: takes away what the model put round the translation, each only where the source has none of it, so that the translation itself could
 * not have it: introductions, lines of the prompt, tags, code fences, quotation marks, remarks behind it. What may still become one of those is
 * held, and nothing else; text that has passed is never taken back, and the events keep their order.
 */
export async function* gateOutput(
  events: AsyncIterable<EngineEvent>,
  around: Around,
): AsyncGenerator<EngineEvent, void> {
  const stages = createStages(around);
  for await (const event of events) {
    const text = passThrough(stages, event);
    const isWhole = event.type === 'text' && text === event.text;
    if (text !== '') yield isWhole ? event : { type: 'text', text };
    if (event.type !== 'text') yield event;
  }
}

function createStages({ source, prompt }: Around): TextStage[] {
  const wrapping: Wrapping = {};
  const lines = readPrompt(prompt, source);
  const fronts = [
    ...findIntroductions(source, lines),
    new PromptEcho(lines, source),
    createTagFront(wrapping, source, prompt),
    createFenceFront(wrapping, source),
  ];
  return [
    new FrontGate(fronts),
    new TokenGate(wrapping, source),
    new BreakGate(wrapping, lines, source),
    new QuoteGate(source),
  ];
}

function passThrough(stages: readonly TextStage[], event: EngineEvent): string {
  if (event.type === 'text') return pushThrough(stages, event.text);
  return event.type === 'end' ? endAll(stages) : '';
}

function pushThrough(stages: readonly TextStage[], text: string): string {
  let piece = text;
  for (const stage of stages) {
    if (piece === '') break;
    piece = stage.push(piece);
  }
  return piece;
}

/** What a stage lets go at the end still goes through the ones behind it. */
function endAll(stages: readonly TextStage[]): string {
  return stages.reduce((piece, stage) => stage.push(piece) + stage.end(), '');
}
