import type { AnswerPart } from './numbered-tags.ts';
import type { CorePart } from './read-core.ts';

/**
 * Takes out the spaces that an engine put around subscripts and superscripts which stand close to a word in the source (H₂O, references): it reads
 * every tag as the end of a word.
 */
export function tightenScripts(answer: readonly AnswerPart[], source: readonly CorePart[]): AnswerPart[] {
  const { before, after } = findTightTags(source);
  const numbers = numberTags(answer);
  return answer.map((part, i) => {
    if (part.type !== 'text') return part;
    const [previous, next] = [answer[i - 1], answer[i + 1]];
    const isTightBefore = previous?.type === 'close' && after.has(numbers[i - 1]);
    const isTightAfter = next?.type === 'open' && before.has(numbers[i + 1]);
    const text = isTightBefore ? part.text.trimStart() : part.text;
    return { type: 'text', text: isTightAfter ? text.trimEnd() : text };
  });
}

/** Numbers of the scripts that have no space before or behind them. */
function findTightTags(source: readonly CorePart[]): Record<'before' | 'after', Set<number | undefined>> {
  const tight = { before: new Set<number | undefined>(), after: new Set<number | undefined>() };
  for (const [i, part] of source.entries()) {
    if (part.type === 'text' || !/^su[bp]$/.test(part.tag.name)) continue;
    const side = part.type === 'open' ? 'before' : 'after';
    const neighbour = source[side === 'before' ? i - 1 : i + 1];
    const letters = neighbour?.type === 'text' ? neighbour.text : ' ';
    if (/\S/.test(side === 'before' ? letters.slice(-1) : letters.charAt(0)))
      tight[side].add(part.tag.number);
  }
  return tight;
}

/** For each part the number of its tag, also where an element that closes leaves it out. */
function numberTags(answer: readonly AnswerPart[]): (number | undefined)[] {
  const open: number[] = [];
  return answer.map((part) => {
    if (part.type === 'text') return undefined;
    if (part.type === 'open') open.push(part.number);
    return part.type === 'close' ? (part.number ?? open.pop()) : part.number;
  });
}
