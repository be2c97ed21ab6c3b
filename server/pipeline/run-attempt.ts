import { TranslationError } from '../../shared/translation-error.ts';
import type { Phase, TranslationEvent } from '../../shared/translation-event.ts';
import type { CheckName, Finding } from '../checks/check.ts';
import { checkTranslation } from '../checks/check-translation.ts';
import type { Engine, EngineEvent } from '../engines/engine.ts';
import { halve } from '../segments/halve.ts';
import { splitOuterSpace } from '../segments/white-space.ts';
import { askEngine, type Question } from './ask-engine.ts';
import type { AnswerEnd, Attempt, AttemptResult } from './attempt.ts';
import { createQuestions } from './create-questions.ts';
import type { FinishedAnswer } from './segment-form.ts';
import { getSource } from './segment-task.ts';

/**
 * Tries to translate a segment: `status` and `delta` events, then the result. A failure of the engine is a result; anything else, and
 * whatever comes while the signal is aborted, is thrown.
 */
export async function* runAttempt(attempt: Attempt): AsyncGenerator<TranslationEvent, AttemptResult> {
  const { number, task, form } = attempt;
  const answer = { text: '' };
  try {
    const end = yield* translatePieces(attempt, answer);
    const finished = form.finish(answer.text);
    return { number, text: finished.text, end, findings: listFindings(attempt, finished, end) };
  } catch (thrown) {
    if (task.signal.aborted || !(thrown instanceof TranslationError)) throw thrown;
    task.meter.endSegment({});
    const text = yield* breakOff(attempt, answer.text);
    return { number, text, end: 'failed', failure: thrown, findings: [] };
  }
}

/** The text of an attempt that failed gets the outer white space it did not come to; of markup that is not whole nothing is used. */
function* breakOff(attempt: Attempt, text: string): Generator<TranslationEvent, string> {
  if (!attempt.form.isLive || text === '') return '';
  const { trail } = splitOuterSpace(attempt.form.text);
  if (trail !== '') yield createDelta(attempt, trail);
  return text + trail;
}

function createDelta({ task, number }: Attempt, text: string): TranslationEvent {
  return { event: 'delta', data: { segment: task.index, attempt: number, text } };
}

/** What can be said of an answer without its end: only what that could not have mended. */
const checksOfParts: Readonly<Record<Exclude<AnswerEnd, 'stop'>, readonly CheckName[]>> = {
  length: ['language', 'ratio', 'repetition', 'answered'],
  'context-full': ['language', 'repetition', 'answered'],
  loop: ['repetition'],
};

function listFindings(
  { task, form }: Attempt,
  { plain, findings }: FinishedAnswer,
  end: AnswerEnd,
): Finding[] {
  const { plan, tools } = task;
  if (!tools.checks) return findings;
  const found = checkTranslation({
    source: form.plain,
    translation: plain,
    sourceLanguage: getSource(task),
    targetLanguage: plan.target,
    glossary: plan.options.glossary ?? [],
    detect: tools.detect,
  });
  if (end === 'stop') return [...findings, ...found];
  const isLong = plain.length > form.plain.length;
  const ofPart = found.filter(({ check }) => checksOfParts[end].includes(check));
  return [...findings, ...ofPart.filter(({ check }) => check !== 'ratio' || isLong)];
}

/** Asks for one piece after the other; one that does not fit the model's context is halved until it does. */
async function* translatePieces(
  attempt: Attempt,
  answer: { text: string },
): AsyncGenerator<TranslationEvent, AnswerEnd> {
  const queue = createQuestions(attempt);
  for (let question = queue.shift(); question; question = queue.shift()) {
    const end = yield* translatePiece(attempt, question, answer);
    if (end === 'overflow') queue.unshift(...halveQuestion(attempt, question));
    else if (end !== 'stop') return end;
  }
  return 'stop';
}

async function* translatePiece(
  attempt: Attempt,
  question: Question,
  answer: { text: string },
): AsyncGenerator<TranslationEvent, AnswerEnd | 'overflow'> {
  const { task, form } = attempt;
  for await (const event of askEngine(task, question)) {
    if (event.type === 'end') {
      task.meter.endSegment(event.usage);
      return isContextFull(event, task.plan.engine) ? 'context-full' : event.reason;
    }
    yield toStatus(event);
    if (event.type !== 'text') continue;
    task.meter.noteText();
    answer.text += event.text;
    if (form.isLive) yield createDelta(attempt, event.text);
  }
  // An engine that breaks its promise to say how it ended has not ended well.
  throw new TranslationError('engine_incomplete', 'The engine stopped before the end of its answer.');
}

function isContextFull(
  { reason, usage }: Extract<EngineEvent, { type: 'end' }>,
  { contextTokens = Infinity }: Engine,
): boolean {
  const { inputTokens = 0, outputTokens = 0 } = usage;
  return reason === 'length' && inputTokens + outputTokens >= contextTokens;
}

function halveQuestion({ task, form }: Attempt, question: Question): Question[] {
  const halves = form.hasTags ? undefined : halve(question.text, question.source);
  if (halves) return halves.map((text) => ({ ...question, text }));
  throw new TranslationError(
    'engine_error',
    `The text does not fit the model's context of ${String(task.plan.engine.contextTokens)} tokens.`,
    { hint: 'Raise --num-ctx, or leave out context and instructions.' },
  );
}

function toStatus(event: Exclude<EngineEvent, { type: 'end' }>): TranslationEvent {
  if (event.type === 'thought') return createStatus('thinking', event.chars);
  return createStatus(event.type === 'text' ? 'writing' : event.phase);
}

function createStatus(phase: Phase, thoughtChars?: number): TranslationEvent {
  return { event: 'status', data: { phase, ...(thoughtChars !== undefined && { thoughtChars }) } };
}
