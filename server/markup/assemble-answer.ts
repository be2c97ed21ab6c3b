import { isBlank } from '../segments/white-space.ts';
import { escapeText } from './escape-text.ts';
import type { AnswerPart } from './numbered-tags.ts';
import type { CoreTag } from './read-core.ts';

/**
 * Writes an answer as HTML: its text escaped, the source's own tags in the place of their numbers. Undefined unless every tag is there
 * once, elements are closed in the order in which they stand in each other, and, unless it may be so, none has lost its words.
 */
export function assembleAnswer(
  parts: readonly AnswerPart[],
  tags: ReadonlyMap<number, CoreTag>,
  { mayLoseWords = false } = {},
): string | undefined {
  const open: OpenTag[] = [];
  const used = new Set<number>();
  let html = '';
  for (const part of parts) {
    const piece =
      part.type === 'text' ? writeText(part.text, open) : writeTag(part, { tags, open, used, mayLoseWords });
    if (piece === undefined) return undefined;
    html += piece;
  }
  const hasText = parts.some((part) => part.type === 'text' && !isBlank(part.text));
  return hasText && open.length === 0 && used.size === tags.size ? html.trim() : undefined;
}

/** An element of the answer that is not closed yet. */
interface OpenTag {
  tag: CoreTag;
  hasWords: boolean;
}

interface Assembly {
  tags: ReadonlyMap<number, CoreTag>;
  open: OpenTag[];
  used: Set<number>;
  mayLoseWords: boolean;
}

function writeText(text: string, open: readonly OpenTag[]): string {
  if (!isBlank(text)) noteWords(open);
  return escapeText(text);
}

function noteWords(open: readonly OpenTag[]): void {
  for (const element of open) element.hasWords = true;
}

function writeTag(part: Exclude<AnswerPart, { type: 'text' }>, assembly: Assembly): string | undefined {
  if (part.type === 'close') return closeElement(part.number, assembly);
  const { tags, open, used } = assembly;
  const tag = tags.get(part.number);
  const isAtom = tag?.close === undefined;
  if (!tag || isAtom !== (part.type === 'atom') || used.has(tag.number)) return undefined;
  if (open.some((element) => element.tag.name === tag.name && !isWithin(tag, element.tag))) return undefined;
  used.add(tag.number);
  if (tag.text !== '') noteWords(open);
  if (!isAtom) open.push({ tag, hasWords: false });
  return tag.open;
}

function closeElement(number: number | undefined, { open, mayLoseWords }: Assembly): string | undefined {
  const element = open.pop();
  if (!element || !(element.hasWords || mayLoseWords)) return undefined;
  return (number ?? element.tag.number) === element.tag.number ? element.tag.close : undefined;
}

/**
 * Whether a tag stands in an element of the source too. Where it does not, it must not come into one of the same name: parsers close a link before
 * the next one, and keep count of equal elements.
 */
function isWithin(tag: CoreTag, element: CoreTag): boolean {
  for (let around = tag.parent; around; around = around.parent) if (around === element) return true;
  return false;
}

/** What an answer says, without tags, but with the words that atoms stand for. */
export function getAnswerText(parts: readonly AnswerPart[], tags: ReadonlyMap<number, CoreTag>): string {
  const texts = parts.map((part) => {
    if (part.type === 'text') return part.text;
    const tag = part.type === 'atom' ? tags.get(part.number) : undefined;
    return tag?.name === 'br' ? '\n' : (tag?.text ?? '');
  });
  return texts.join('').trim();
}
