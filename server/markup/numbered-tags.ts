import { tagLookalike, type CorePart, type CoreTag } from './read-core.ts';

/** A part of an answer: text, or the number of a tag. An element that closes may leave out which one. */
export type AnswerPart =
  | { type: 'text'; text: string }
  | { type: 'open' | 'atom'; number: number }
  | { type: 'close'; number: number | undefined };

/** A run with numbered tags for a model: `<1>…</1>` for an element, `<2/>` for an atom. */
export function writeNumbered(parts: readonly CorePart[]): string {
  return parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      const { number } = part.tag;
      if (part.type === 'atom') return `<${number}/>`;
      return part.type === 'open' ? `<${number}>` : `</${number}>`;
    })
    .join('');
}

const numberedTag = /<\s?(\/?)\s?(\d{1,9})\s?(\/?)>/g;

/** An answer without anything that looks like a numbered tag. */
export function dropNumberedTags(answer: string): string {
  return answer.replace(numberedTag, '');
}

/**
 * Reads a model's answer back. Undefined when it holds something that looks like a numbered tag and neither is one of these nor stands in the
 * source.
 */
export function readNumbered(
  answer: string,
  tags: ReadonlyMap<number, CoreTag>,
  source: string,
): AnswerPart[] | undefined {
  const parts: AnswerPart[] = [];
  let end = 0;
  for (const { 0: raw, 1: slash, 2: digits, 3: selfClosing, index } of answer.matchAll(numberedTag)) {
    const tag = tags.get(Number(digits));
    if (!tag) continue;
    const type = getType(tag, slash === '/', selfClosing === '/');
    if (!type) return undefined;
    parts.push({ type: 'text', text: answer.slice(end, index) }, { type, number: tag.number });
    end = index + raw.length;
  }
  parts.push({ type: 'text', text: answer.slice(end) });
  return parts.some((part) => part.type === 'text' && hasOtherTag(part.text, tags, source))
    ? undefined
    : parts;
}

/** What a tag does; undefined when it cannot be. Some models write an atom as they would a void element. */
function getType(
  tag: CoreTag,
  isEnd: boolean,
  isSelfClosing: boolean,
): 'open' | 'close' | 'atom' | undefined {
  if (tag.close === undefined) return isEnd ? undefined : 'atom';
  if (isSelfClosing) return undefined;
  return isEnd ? 'close' : 'open';
}

function hasOtherTag(text: string, tags: ReadonlyMap<number, CoreTag>, source: string): boolean {
  return Array.from(text.matchAll(tagLookalike)).some(
    ([start, digits]) => tags.has(Number(digits)) || !source.includes(start),
  );
}
