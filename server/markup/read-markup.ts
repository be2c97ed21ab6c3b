import { assembleAnswer, getAnswerText } from './assemble-answer.ts';
import { escapeText } from './escape-text.ts';
import { findRuns } from './find-runs.ts';
import { hasSameElements } from './has-same-elements.ts';
import { readNative, writeNative } from './native-tags.ts';
import { hasOtherTags, readNumbered, writeNumbered, type AnswerPart } from './numbered-tags.ts';
import { peelRun, type RunItem } from './peel-run.ts';
import { getPlainText, readCore, type CorePart, type CoreTag } from './read-core.ts';
import { readItems } from './read-items.ts';
import { tightenScripts } from './tighten-scripts.ts';
import { appendTags, wrapTranslation } from './wrap-translation.ts';

/**
 * A segment of HTML. What the readers and `wrap` make stands between `lead` and `trail` and parses to the same elements, with the same
 * attributes, as what stood there before, and to nothing else, whatever the answer was.
 */
export interface Markup {
  /** What stands before the text that is translated; never sent to a model. */
  lead: string;
  trail: string;
  /** The text with numbered tags: `<1>…</1>` for an element in it, `<2/>` for what is taken over as it is. Empty when there is none. */
  text: string;
  /** The same for an engine that carries HTML over by itself. */
  html: string;
  /** The same without tags. */
  plain: string;
  hasTags: boolean;
  /** Reads answers to `text`. */
  numbered: AnswerReader;
  /** Reads answers to `html`. */
  native: AnswerReader;
  /** A translation of `plain` with all markup round it, as well as can be guessed: see `wrapTranslation`. */
  wrap: (translation: string) => string;
}

/** Makes something of an answer with tags. */
export interface AnswerReader {
  /** The answer as HTML; undefined when a tag is missing, twice there, in the wrong place or without its words. */
  build: (answer: string) => string | undefined;
  /** The same for an answer that `build` refuses, with as much of the markup in its place as can be. */
  rescue: (answer: string) => string;
  /** What the answer says, as `plain` has it. */
  toPlain: (answer: string) => string;
}

/** More tags than this, or deeper ones, no model carries over; they follow the text. */
const maxTags = 100;
const maxDepth = 20;

/** Reads one segment of `cutMarkup`; of any other HTML it translates the longest run of text. */
export function readMarkup(segment: string): Markup {
  const items = findCore(segment);
  const start = items[0]?.start ?? segment.length;
  const end = items.at(-1)?.end ?? segment.length;
  const parts = readCore(segment, items);
  const core = { html: segment.slice(start, end), parts, plain: getPlainText(parts) };
  const rest = { lead: segment.slice(0, start), trail: segment.slice(end), plain: core.plain };
  const answers = isTooMuch(parts) ? createPlain(core) : createTagged(core);
  return { ...rest, ...answers };
}

function findCore(segment: string): RunItem[] {
  const items = readItems(segment);
  const cores = findRuns(items).map(({ first, end }) => {
    const run = items.slice(first, end);
    return peelRun(
      segment,
      run.map((item) => ('partner' in item ? { ...item, partner: item.partner - first } : item)),
    );
  });
  return cores.reduce((longest, core) => (getLength(core) > getLength(longest) ? core : longest), []);
}

function getLength(core: readonly RunItem[]): number {
  return core.reduce((sum, item) => sum + ('text' in item ? item.text.length : 0), 0);
}

interface Core {
  html: string;
  parts: readonly CorePart[];
  plain: string;
}

type Answers = Pick<Markup, 'text' | 'html' | 'hasTags' | 'numbered' | 'native' | 'wrap'>;

function createTagged({ html, parts, plain }: Core): Answers {
  const tags = new Map<number, CoreTag>();
  for (const part of parts) if (part.type !== 'text') tags.set(part.tag.number, part.tag);
  const check = (built: string | undefined): string | undefined =>
    built !== undefined && (tags.size === 0 || hasSameElements(html, built)) ? built : undefined;
  const wrap = (translation: string): string =>
    check(wrapTranslation(parts, translation)) ?? appendTags(parts, translation);
  const createReader = (
    read: (answer: string) => AnswerPart[],
    isSound: (answerParts: readonly AnswerPart[]) => boolean,
  ): AnswerReader => ({
    build: (answer) => {
      const answerParts = read(answer);
      return isSound(answerParts) ? check(assembleAnswer(answerParts, tags)) : undefined;
    },
    rescue: (answer) => {
      const answerParts = read(answer);
      const built = check(assembleAnswer(answerParts, tags, { mayLoseWords: true }));
      return built ?? wrap(getAnswerText(answerParts, tags));
    },
    toPlain: (answer) => getAnswerText(read(answer), tags),
  });
  return {
    text: writeNumbered(parts),
    html: writeNative(parts),
    hasTags: tags.size > 0,
    numbered: createReader(
      (answer) => readNumbered(answer, tags),
      (answerParts) => !hasOtherTags(answerParts, tags, plain),
    ),
    native: createReader(
      (answer) => tightenScripts(readNative(answer), parts),
      () => true,
    ),
    wrap,
  };
}

/** A run that is asked for without its tags. */
function createPlain({ parts, plain }: Core): Answers {
  const wrap = (translation: string): string => appendTags(parts, translation);
  const createReader = (toPlain: (answer: string) => string): AnswerReader => {
    const build = (answer: string): string => wrap(toPlain(answer));
    return { build, rescue: build, toPlain };
  };
  return {
    text: plain,
    html: escapeText(plain),
    hasTags: false,
    numbered: createReader((answer) => answer),
    native: createReader((answer) => getAnswerText(readNative(answer), new Map())),
    wrap,
  };
}

function isTooMuch(parts: readonly CorePart[]): boolean {
  let depth = 0;
  let deepest = 0;
  let count = 0;
  for (const { type } of parts) {
    if (type === 'open') depth += 1;
    if (type === 'close') depth -= 1;
    if (type === 'open' || type === 'atom') count += 1;
    deepest = Math.max(deepest, depth);
  }
  return count > maxTags || deepest > maxDepth;
}
