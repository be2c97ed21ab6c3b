import { neutralizeRequest } from '../../shared/prompts/neutralize.ts';
import type { Prompt, PromptRequest } from '../../shared/prompts/prompt.ts';
import { TranslationError } from '../../shared/translation-error.ts';
import type { EngineCall, EngineEvent } from '../engines/engine.ts';
import { estimateTokens } from '../segments/estimate-tokens.ts';
import { getOutputLimit } from '../segments/get-output-limit.ts';
import { splitOuterSpace } from '../segments/white-space.ts';
import type { Asked } from './clean-answer.ts';
import { endLoops } from './end-loops.ts';
import type { TranslationPlan } from './plan-translation.ts';
import type { PipelineTools, SegmentTask } from './segment-task.ts';

/** What an engine is asked in one call. */
export interface Question {
  /** A segment or a piece of one, with its outer white space. */
  text: string;
  /** `html` for engines that translate markup themselves. */
  format: 'text' | 'html';
  /** BCP 47 tag, or `und`. */
  source: string;
  /** What a prompt says beside text and languages. */
  wishes: Omit<PromptRequest, 'text' | 'source' | 'target'>;
}

/** One call of the engine and its answer made exact: events as an engine's, whose text is the translation of `text` with its white space. */
export async function* askEngine(task: SegmentTask, question: Question): AsyncGenerator<EngineEvent, void> {
  const { lead, core, trail } = splitOuterSpace(question.text);
  if (core === '') {
    yield { type: 'text', text: question.text };
    yield { type: 'end', reason: 'stop', usage: {} };
    return;
  }
  const asked = { source: core, outer: { lead, trail } };
  yield* task.plan.engine.takesPrompts
    ? askInWords(task, question, asked)
    : askPlainly(task, question, asked);
}

type AskedText = Omit<Asked, 'chat'>;

function askPlainly(
  { plan: { engine, model, target }, tools, signal }: SegmentTask,
  { format, source }: Question,
  asked: AskedText,
): AsyncIterable<EngineEvent> {
  const events = engine.translate({ text: asked.source, format, source, target, model }, signal);
  return refuseEmpty(tools.cleanAnswer(events, { ...asked, chat: undefined }));
}

function askInWords(
  { plan, tools, signal }: SegmentTask,
  { source, wishes }: Question,
  asked: AskedText,
): AsyncIterable<EngineEvent> {
  const { engine, model, profile, target, manner } = plan;
  const wanted = { text: asked.source, source, target, ...wishes };
  const { request, restore } = neutralizeRequest(wanted);
  const prompt = profile.buildPrompt(request);
  const call = {
    text: request.text,
    source,
    target,
    model,
    prompt,
    ...limitOutput(plan, asked.source, tools),
  };
  const events = noteTokens(engine.translate(call, signal), (actual) => {
    tools.calibration.note(model, estimatePromptTokens(prompt), actual);
  });
  const chat = { profile, prompt, restore: request === wanted ? undefined : restore };
  const answer = refuseEmpty(tools.cleanAnswer(events, { ...asked, chat }), () => {
    tools.calibration.noteThinking(model);
  });
  return tools.checks && manner === 'checked' ? endLoops(answer, asked.source) : answer;
}

/** Thinking takes as long as it takes. */
function limitOutput(
  { model, target, profile }: TranslationPlan,
  text: string,
  { calibration }: PipelineTools,
): Pick<EngineCall, 'maxOutputTokens'> {
  if (profile.thinking === 'always' || profile.thinking === 'switchable') return {};
  const limit = getOutputLimit(text, target, calibration.getLimitFactor(model));
  return Number.isFinite(limit) ? { maxOutputTokens: limit } : {};
}

/** About how many tokens a prompt takes, before what is known of the model's own counting. */
export function estimatePromptTokens({ messages }: Prompt): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
}

/** A stage: tells how many tokens the engine counted in the prompt. */
async function* noteTokens(
  events: AsyncIterable<EngineEvent>,
  note: (tokens: number) => void,
): AsyncGenerator<EngineEvent, void> {
  for await (const event of events) {
    if (event.type === 'end' && event.usage.inputTokens !== undefined) note(event.usage.inputTokens);
    yield event;
  }
}

/** A stage: an answer that ends without any text, thinking apart, is a failure of the engine. `onThought`: some thinking came. */
async function* refuseEmpty(
  events: AsyncIterable<EngineEvent>,
  onThought?: () => void,
): AsyncGenerator<EngineEvent, void> {
  let hasText = false;
  let thoughtChars = 0;
  for await (const event of events) {
    if (event.type === 'text') hasText = true;
    if (event.type === 'thought') {
      thoughtChars += event.chars;
      onThought?.();
    }
    if (event.type === 'end' && event.reason !== 'overflow' && !hasText)
      throw createEmptyAnswer(thoughtChars);
    yield event;
  }
}

function createEmptyAnswer(thoughtChars: number): TranslationError {
  const message =
    thoughtChars > 0
      ? `The model thought for ${thoughtChars} characters and then gave no translation.`
      : 'The model answered with nothing.';
  return new TranslationError('engine_incomplete', message, { hint: 'Try again, or take another model.' });
}
