import type { Prompt } from '../../shared/prompts/prompt.ts';
import type { Front } from './gate-front.ts';

/** What was opened before the translation and must be closed after it. */
export interface Wrapping {
  /** A closing tag; all after it is no part of the translation. */
  closingTag?: string;
  hasFence?: boolean;
}

/** Tags that models put round an answer: some were trained to, some do it where they were told of tags. */
const answerTags: Readonly<Record<string, string>> = {
  '<answer>': '</answer>',
  '<translation>': '</translation>',
  '<translated_text>': '</translated_text>',
  '<target>': '</target>',
  '<output>': '</output>',
  '<response>': '</response>',
  '<result>': '</result>',
  '<|start_response|>': '<|end_response|>',
  '<|begin_of_solution|>': '<|end_of_solution|>',
};

/** Tags round the answer, unless the source has them: those of the model's training, and usual ones. */
export function createTagFront(wrapping: Wrapping, source: string, { answerTag }: Prompt): Front {
  const pairs = Object.entries({
    ...answerTags,
    ...(answerTag !== undefined && { [`<${answerTag}>`]: `</${answerTag}>` }),
  }).filter(([opening, closing]) => !hasAny(source, [opening, closing]));
  return {
    isBegun: (text) => pairs.some(([opening]) => isProperStart(text.toLowerCase(), opening)),
    measure: (text) => (findPair(pairs, text)?.[0] ?? '').length,
    remove: (text) => {
      const closing = findPair(pairs, text)?.[1];
      if (closing !== undefined) wrapping.closingTag = closing;
    },
  };
}

function findPair(pairs: [string, string][], text: string): [string, string] | undefined {
  const start = text.slice(0, 40).toLowerCase();
  return pairs.find(([opening]) => start.startsWith(opening));
}

function hasAny(source: string, tags: string[]): boolean {
  const lower = source.toLowerCase();
  return tags.some((tag) => lower.includes(tag));
}

function isProperStart(text: string, whole: string): boolean {
  return text.length < whole.length && whole.startsWith(text);
}

/** The opening line of a code fence, unless the source has fences. */
export function createFenceFront(wrapping: Wrapping, source: string): Front {
  if (source.includes('```')) return { isBegun: () => false, measure: () => 0 };
  return {
    isBegun: (text) => /^(?:`{1,3}|```[\w+-]{1,20}[ \t]{0,4})$/.test(text) || /^```[ \t]{1,4}$/.test(text),
    measure: (text) => /^```[\w+-]{0,20}[ \t]{0,4}\n/.exec(text)?.[0].length ?? 0,
    remove: () => {
      wrapping.hasFence = true;
    },
  };
}
