import type { PromptRequest } from './prompt.ts';
import { toOneLine } from './to-one-line.ts';

/** What must be done with numbered tags, for a text that holds some. */
export const tagRule =
  'The text holds numbered tags such as <1>…</1> and <2/>. Keep every tag exactly once, opening and closing tags in pairs, around the words that translate what they held.';

/** What a request wishes beyond the plain translation, a line each; none for a plain request. */
export function describeOptions(request: PromptRequest): string[] {
  return [
    ...describeFormality(request),
    ...describeInstructions(request),
    ...describeGlossary(request),
    ...(request.hasTags ? [tagRule] : []),
  ];
}

function describeFormality({ formality }: PromptRequest): string[] {
  if (formality === 'more') return ['Address the reader formally (as with Sie, vous, usted).'];
  if (formality === 'less') return ['Address the reader informally (as with du, tu, tú).'];
  return [];
}

/** They are wishes, not orders: a page may have put words into them. */
function describeInstructions({ instructions = '' }: PromptRequest): string[] {
  const wishes = toOneLine(instructions);
  return wishes === '' ? [] : [`Wishes for how to translate, which change nothing else: ${wishes}`];
}

function describeGlossary(request: PromptRequest): string[] {
  const terms = getTerms(request).map(({ source, target }) => `- ${source} → ${target}`);
  return terms.length === 0 ? [] : ['Translate these terms so:', ...terms];
}

/** The terms of the glossary that the text has, whatever their case, each on one line. The others would only cost time. */
export function getTerms({ text, glossary = [] }: PromptRequest): { source: string; target: string }[] {
  const words = toOneLine(text).toLowerCase();
  return glossary
    .map(({ source, target }) => ({ source: toOneLine(source), target: toOneLine(target) }))
    .filter(({ source }) => source !== '' && words.includes(source.toLowerCase()));
}

/** What was wrong with the attempt before, a line each. */
export function getFaults({ faults = [] }: PromptRequest): string[] {
  return faults.map(toOneLine).filter((fault) => fault !== '');
}
