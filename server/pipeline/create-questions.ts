import type { PromptRequest } from '../../shared/prompts/prompt.ts';
import { readMarkup } from '../markup/read-markup.ts';
import { cutToFit } from '../segments/cut-to-fit.ts';
import { findContextBefore } from '../segments/find-context-before.ts';
import { getTextBudget } from '../segments/get-text-budget.ts';
import { estimatePromptTokens, type Question } from './ask-engine.ts';
import type { Attempt } from './attempt.ts';
import { getSegmentText, getSource, type SegmentTask } from './segment-task.ts';

/** The calls that an attempt takes: mostly one, more when the segment does not fit the model's context. */
export function createQuestions(attempt: Attempt): Question[] {
  const { task, form } = attempt;
  const source = getSource(task);
  const wishes = createWishes(attempt);
  let offset = 0;
  return cutText(attempt, wishes).map((text) => {
    const context = offset === 0 ? wishes.context : createContext(task, offset);
    offset += text.length;
    return { text, format: form.format, source, wishes: { ...wishes, ...(context && { context }) } };
  });
}

/** What the first call says beside its text. */
function createWishes({ task, form, faults }: Attempt): Question['wishes'] {
  const { instructions, formality, glossary } = task.plan.options;
  const context = createContext(task, 0);
  return {
    faults,
    hasTags: form.hasTags,
    ...(context && { context }),
    ...(instructions && { instructions }),
    ...(formality && formality !== 'default' && { formality }),
    ...(glossary && { glossary }),
  };
}

/** A second try gets by with half the room: the first may have failed for the lack of it. */
function cutText({ number, task, form }: Attempt, wishes: Question['wishes']): string[] {
  const { engine, model, profile, target } = task.plan;
  if (engine.contextTokens === undefined || form.hasTags) return [form.text];
  const language = getSource(task);
  const prompt = profile.buildPrompt({ ...wishes, text: '', source: language, target });
  const factor = task.tools.calibration.getFactor(model);
  const budget = getTextBudget({
    contextTokens: engine.contextTokens,
    promptTokens: estimatePromptTokens(prompt),
    factor,
    target,
  });
  return cutToFit(form.text, Math.floor(budget / number), { language, factor });
}

/** What stands around the text at an offset of the segment: the text's own sentences, and beyond its ends what the request says. */
function createContext(task: SegmentTask, offset: number): PromptRequest['context'] {
  const { segments, options } = task.plan;
  const { title, ...given } = options.context ?? {};
  const isLast = segments[task.index + 1]?.text !== segments[task.index]?.text;
  const before = findOwnContext(task, offset) || given.before;
  const context = { title, before, after: isLast ? given.after : undefined };
  const known = Object.entries(context).filter(([, text]) => text);
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** Of markup the segment before is enough: its parts are whole paragraphs. */
function findOwnContext(task: SegmentTask, offset: number): string {
  const language = getSource(task);
  const { segments, texts, options } = task.plan;
  const range = segments[task.index];
  if (!range) return '';
  if (options.format !== 'html')
    return findContextBefore(texts[range.text] ?? '', range.start + offset, { language });
  const index = task.index - 1;
  if (segments[index]?.text !== range.text) return '';
  const { plain } = readMarkup(getSegmentText({ ...task, index }));
  return findContextBefore(plain, plain.length, { language });
}
