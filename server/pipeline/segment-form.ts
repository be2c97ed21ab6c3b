import type { Finding } from '../checks/check.ts';
import { dropNativeTags } from '../markup/native-tags.ts';
import { dropNumberedTags } from '../markup/numbered-tags.ts';
import { readMarkup, type Markup } from '../markup/read-markup.ts';
import type { Question } from './ask-engine.ts';
import { getSegmentText, type SegmentTask } from './segment-task.ts';

/** How a segment is put to the engine, and how its answer becomes the segment's translation. */
export interface SegmentForm extends Pick<Question, 'text' | 'format'> {
  /** Whether `text` holds numbered tags, so that it cannot be cut any further. */
  hasTags: boolean;
  /** Whether an answer can be shown while it comes. */
  isLive: boolean;
  /** The source without markup and outer white space, for the checks. */
  plain: string;
  finish(answer: string): FinishedAnswer;
}

/** A segment's translation: as the client gets it, without markup for the checks, and what was wrong with its markup. */
export interface FinishedAnswer {
  text: string;
  plain: string;
  findings: Finding[];
}

/** Plain text goes as it is and is shown as it comes; markup is numbered, and shown only once it was found to be whole. */
export function createSegmentForm(task: SegmentTask): SegmentForm {
  const text = getSegmentText(task);
  if (task.plan.options.format !== 'html') return createPlainForm(text);
  const markup = readMarkup(text);
  return task.plan.engine.takesPrompts ? createTaggedForm(markup) : createNativeForm(markup);
}

function createPlainForm(text: string): SegmentForm {
  return {
    ...{ text, format: 'text', hasTags: false, isLive: true, plain: text.trim() },
    finish: (answer) => ({ text: answer, plain: answer.trim(), findings: [] }),
  };
}

/** For chat models: `<1>…</1>` in place of tags, which they carry over better than real ones. */
function createTaggedForm(markup: Markup): SegmentForm {
  const { text, plain, hasTags } = markup;
  return {
    ...{ text, format: 'text', hasTags, isLive: false, plain: plain.trim() },
    finish: (answer) => finishMarkup(markup, markup.build(answer), dropNumberedTags(answer)),
  };
}

/** For engines that translate markup themselves. */
function createNativeForm(markup: Markup): SegmentForm {
  const { html, plain, hasTags } = markup;
  return {
    ...{ text: html, format: 'html', hasTags, isLive: false, plain: plain.trim() },
    finish: (answer) => finishMarkup(markup, markup.buildNative(answer), dropNativeTags(answer)),
  };
}

function finishMarkup(markup: Markup, built: string | undefined, plain: string): FinishedAnswer {
  const { lead, trail } = markup;
  return {
    text: lead + (built ?? markup.wrap(plain)) + trail,
    plain: plain.trim(),
    findings: built === undefined ? [misplacedMarkup] : [],
  };
}

const misplacedMarkup: Finding = {
  check: 'markup',
  message: 'The formatting of a part could not be kept in its place and stands around all of it.',
  fault: 'Some of the numbered tags were lost, doubled or not closed.',
};
