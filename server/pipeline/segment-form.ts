import type { Finding } from '../checks/check.ts';
import { readMarkup, type AnswerReader, type Markup } from '../markup/read-markup.ts';
import { splitOuterSpace } from '../segments/white-space.ts';
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
  /** What there is of a segment without a translation: its outer white space; of markup its elements too, or those around would break. */
  blank: string;
  finish: (answer: string) => FinishedAnswer;
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
  const { numbered, native, hasTags } = markup;
  return task.plan.engine.takesPrompts
    ? { ...createMarkupForm(markup, numbered), text: markup.text, format: 'text', hasTags }
    : { ...createMarkupForm(markup, native), text: markup.html, format: 'html', hasTags };
}

function createPlainForm(text: string): SegmentForm {
  const { lead, core, trail } = splitOuterSpace(text);
  return {
    ...{ text, format: 'text', hasTags: false, isLive: true, plain: core, blank: lead + trail },
    finish: (answer) => ({ text: answer, plain: splitOuterSpace(answer).core, findings: [] }),
  };
}

function createMarkupForm(
  { lead, trail, plain, wrap }: Markup,
  { build, rescue, toPlain }: AnswerReader,
): Pick<SegmentForm, 'isLive' | 'plain' | 'blank' | 'finish'> {
  return {
    isLive: false,
    plain: splitOuterSpace(plain).core,
    blank: lead + wrap('') + trail,
    finish: (answer) => {
      const built = build(answer);
      return {
        text: lead + (built ?? rescue(answer)) + trail,
        plain: splitOuterSpace(toPlain(answer)).core,
        findings: built === undefined ? [misplacedMarkup] : [],
      };
    },
  };
}

const misplacedMarkup: Finding = {
  check: 'markup',
  message: 'Some of the formatting could not be kept in its place.',
  fault: 'Some of the numbered tags were lost, doubled or not closed.',
};
