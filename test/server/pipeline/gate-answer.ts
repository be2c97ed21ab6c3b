import fc from 'fast-check';
import { expect } from 'vitest';
import type { Prompt } from '../../../shared/prompts/prompt.ts';
import { chatProfile } from '../../../shared/prompts/profiles/chat-profile.ts';
import { gateOutput } from '../../../server/pipeline/output-gate.ts';
import { collect, cutAt, generate, getText, toEvents } from './stage-events.ts';

/** An answer and what of it shall pass. */
export interface GateCase {
  source: string;
  target: string;
  answer: string;
  text: string;
  /** Default: that of a chat model. */
  prompt?: Prompt;
}

/** How a chat model is asked, without a source language. */
export function getChatPrompt(text: string, target: string): Prompt {
  return chatProfile.buildPrompt({ text, source: 'und', target });
}

/** The text that passes the gate of an answer in these pieces. */
export async function gate(around: { source: string; prompt: Prompt }, pieces: string[]): Promise<string> {
  return getText(await collect(gateOutput(generate(toEvents(pieces)), around)));
}

/** Fails unless exactly the text passes, however the answer is cut. */
export async function expectGated({ source, target, answer, text, prompt }: GateCase): Promise<void> {
  const around = { source, prompt: prompt ?? getChatPrompt(source, target) };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(answer.length)), async (cuts) => {
      expect(await gate(around, cutAt(answer, cuts))).toBe(text);
    }),
    { numRuns: 30, examples: [[[]], [Array.from({ length: answer.length }, (_, index) => index)]] },
  );
}
