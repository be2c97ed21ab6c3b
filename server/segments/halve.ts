import { chooseCut, prepareText } from './choose-cut.ts';
import { splitOuterSpace } from './white-space.ts';

/** Nothing shorter is halved. */
const minChars = 40;

/**
 * Cuts a text, which turned out to be too long for a model, at the end of the sentence nearest to its middle, else of a clause, else between words,
 * else characters. The two tile it. Undefined when it has less than 40 characters and so isn't what is too long.
 */
export function halve(text: string, language: string): [string, string] | undefined {
  const { lead, core } = splitOuterSpace(text);
  if (core.length < minChars) return undefined;
  const middle = lead.length + Math.floor(core.length / 2);
  const aim = isInPair(text, middle) ? middle + 1 : middle;
  const cut = chooseCut(prepareText(text, language), { start: 0, aim, far: text.length });
  return [text.slice(0, cut), text.slice(cut)];
}

function isInPair(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
