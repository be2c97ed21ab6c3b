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

/** Reads a model's answer back; what only looks like one of the tags is text. */
export function readNumbered(answer: string, tags: ReadonlyMap<number, CoreTag>): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let end = 0;
  for (const { 0: raw, 1: slash, 2: digits, 3: selfClosing, index } of answer.matchAll(numberedTag)) {
    const tag = tags.get(Number(digits));
    if (!tag) continue;
    // Some models write an atom as they would a void element.
    const isAtom = selfClosing === '/' || tag.close === undefined;
    const type = slash === '/' ? 'close' : isAtom ? 'atom' : 'open';
    parts.push({ type: 'text', text: answer.slice(end, index) }, { type, number: tag.number });
    end = index + raw.length;
  }
  return [...parts, { type: 'text', text: answer.slice(end) }];
}

/** Whether an answer's text holds something that looks like a numbered tag and does not stand in the source's text. */
export function hasOtherTags(
  parts: readonly AnswerPart[],
  tags: ReadonlyMap<number, CoreTag>,
  source: string,
): boolean {
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
  return Array.from(text.matchAll(tagLookalike)).some(
    ([start, digits]) => tags.has(Number(digits)) || !source.includes(start),
  );
}
