import { emoji, emoticon, reference } from './sign-patterns.ts';

/** A sentence without what stands around its words: bullets, the numbers of a list, emoji, arrows, references, white space. */
export interface PeeledText {
  before: string;
  core: string;
  after: string;
}

const ornament = String.raw`${emoji}|${emoticon}|[\s\p{So}\p{C}\p{M}•·→←↑↓⇒›»|]`;
const bullet = String.raw`[-–—+*>]\s(?:\[[ x]\]\s)?|#{1,6}\s|\(?(?:\d{1,3}|[a-zA-Z])\)\s|\d{1,3}\.\s|[*†‡](?=[^*]*$)`;

const leading = new RegExp(`^(?:${bullet}|${ornament})+`, 'u');
const trailing = new RegExp(`(?:${reference}|${ornament})+[.!?…]*$`, 'u');

/** Quotation marks and brackets around the whole of a text. */
const enclosed = /^(["“”„«'‘(\[])([^"“”„«»'‘()[\]]+)(["“”»'’)\]])$/u;

/**
 * Takes off a sentence what the models lose or double; they translate the words alone better. The three parts, joined, are the
 * sentence.
 */
export function peelEdges(text: string): PeeledText {
  const before = leading.exec(text)?.[0] ?? '';
  const rest = text.slice(before.length);
  const after = trailing.exec(rest)?.[0] ?? '';
  const core = rest.slice(0, rest.length - after.length);
  const [, opening = '', inner = core, closing = ''] = enclosed.exec(core) ?? [];
  return { before: before + opening, core: inner, after: closing + after };
}
