import { getElementKind } from './element-kinds.ts';
import { readTokens, type MarkupToken } from './read-tokens.ts';

/** HTML as translation sees it: items tile it, apart from bytes that mean nothing. */
export type MarkupItem = TextItem | TagItem | AtomItem | BarrierItem;

interface Place {
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/** Characters, their references decoded. */
export interface TextItem extends Place {
  type: 'text';
  text: string;
  /** Whether tags are letters here. */
  isRaw: boolean;
}

/** One of the two tags of an element that stands in a sentence, surrounds some of its words and could stand anywhere in it. */
export interface TagItem extends Place {
  type: 'open' | 'close';
  name: string;
  /** Index of the other tag. */
  partner: number;
}

/** Something in a sentence that is taken over as it is: an element with all its contents, a comment. */
export interface AtomItem extends Place {
  type: 'atom';
  name: string;
  /** The words in it; empty when it is none. */
  text: string;
}

/** What stands between two runs of text and may not be moved. */
export interface BarrierItem extends Place {
  type: 'barrier';
  name: string;
  /** Whether it belongs to what follows rather than to what comes before. */
  leads: boolean;
}

/**
 * Reads HTML into items. Between two barriers there is nothing but text, atoms and whole elements, all of which the parser takes for what they
 * seem to be: it does the same with them in whatever order they stand, as long as elements stay whole. So a translation can be put in their place and
 * everything around it keeps its meaning, however broken it is.
 */
export function readItems(html: string): MarkupItem[] {
  const items = new ItemReader(readTokens(html), html.length).read();
  return freeFromBarriers(
    items.map((item, i) =>
      item.type === 'atom' && isParagraphBreak(items, i) ? toBarrier(item, false) : item,
    ),
  );
}

class ItemReader {
  readonly #tokens: readonly MarkupToken[];
  readonly #htmlChars: number;
  readonly #items: MarkupItem[] = [];
  /** Items of open tags by the index of the token that closes them. */
  readonly #opens = new Map<number, TagItem>();

  constructor(tokens: readonly MarkupToken[], htmlChars: number) {
    this.#tokens = tokens;
    this.#htmlChars = htmlChars;
  }

  read(): MarkupItem[] {
    let end = 0;
    for (const [i, token] of this.#tokens.entries()) {
      // Within an element that is not looked into.
      if (token.start < end) continue;
      this.#fillGap(token.start);
      const item = this.#readItem(token, i);
      this.#add(item);
      end = item.end;
    }
    this.#fillGap(this.#htmlChars);
    return this.#items;
  }

  /** What has no token has no meaning: `</>`, a tag that never ends. */
  #fillGap(end: number): void {
    const start = this.#items.at(-1)?.end ?? 0;
    if (start < end) this.#items.push({ type: 'atom', start, end, name: '', text: '' });
  }

  #add(item: MarkupItem): void {
    const last = this.#items.at(-1);
    if (item.type === 'text' && last?.type === 'text' && last.isRaw === item.isRaw) {
      last.text += item.text;
      last.end = item.end;
    } else this.#items.push(item);
  }

  #readItem(token: MarkupToken, index: number): MarkupItem {
    const { start, end, name } = token;
    if (token.type === 'text') return { type: 'text', start, end, text: token.text, isRaw: token.isRaw };
    if (token.type === 'comment') return { type: 'atom', start, end, name, text: '' };
    if (token.type === 'start') return this.#readElement(token, index);
    const open = this.#opens.get(index);
    return open ? this.#closeTag(token, open) : toBarrier(token, token.type !== 'end');
  }

  #closeTag({ start, end, name }: MarkupToken, open: TagItem): TagItem {
    const { partner } = open;
    open.partner = this.#items.length;
    return { type: 'close', start, end, name, partner };
  }

  #readElement(token: MarkupToken, index: number): MarkupItem {
    const { start, end, name, closedAt } = token;
    const kind = getElementKind(token);
    const isWhole = this.#isWhole(token);
    if (kind === 'opaque' || kind === 'word' || kind === 'sign')
      return this.#readUntouched(token, index, kind);
    if (name === 'title' && this.#holdsTags(index, closedAt))
      return this.#readUntouched(token, index, 'opaque');
    // A tag that the parser ignores might mean something at the start of a segment.
    if (kind === 'block' || !isWhole || closedAt === undefined)
      return toBarrier(token, token.isPlain || token.isOpen);
    const open: TagItem = { type: 'open', start, end, name, partner: this.#items.length };
    this.#opens.set(closedAt, open);
    return open;
  }

  /** Whether a title holds what would be tags in places where the title itself is ignored, as within columns of a table. */
  #holdsTags(start: number, end: number | undefined): boolean {
    return this.#tokens.slice(start, end).some(({ isRaw, text }) => isRaw && text.includes('<'));
  }

  /** Whether an element's tags are what they seem, and leave the parser as it was. */
  #isWhole({ isPlain, isOpen, closedAt, name, formatting }: MarkupToken): boolean {
    if (!isPlain) return false;
    if (!isOpen) return true;
    const end = this.#tokens[closedAt ?? -1];
    if (!end?.isPlain || !isEndTag(end, name)) return false;
    return formatting.before === end.formatting.after;
  }

  #readUntouched(
    token: MarkupToken,
    index: number,
    kind: 'opaque' | 'word' | 'sign',
  ): AtomItem | BarrierItem {
    const { start, name } = token;
    const end = this.#findEnd(token);
    if (kind === 'opaque' || !this.#isWhole(token)) return toBarrier({ start, end, name }, true);
    const inner = kind === 'word' ? this.#tokens.slice(index, token.closedAt ?? index) : [];
    return { type: 'atom', start, end, name, text: inner.map(({ text }) => text).join('') };
  }

  /** An element reaches to its own end tag, or to what closed it in passing. */
  #findEnd({ end, name, isOpen, closedAt }: MarkupToken): number {
    if (!isOpen) return end;
    const closing = this.#tokens[closedAt ?? this.#tokens.length];
    if (!closing) return this.#htmlChars;
    return isEndTag(closing, name) ? closing.end : closing.start;
  }
}

function isEndTag(token: MarkupToken, name: string): boolean {
  return token.type === 'end' && token.name === name;
}

/** Two line breaks in a row are how many pages begin a paragraph. */
function isParagraphBreak(items: readonly MarkupItem[], index: number): boolean {
  return (
    isBreak(items[index]) && (isBreak(skipBlank(items, index, 1)) || isBreak(skipBlank(items, index, -1)))
  );
}

function isBreak(item: MarkupItem | undefined): boolean {
  return item?.type === 'atom' && item.name === 'br';
}

function skipBlank(items: readonly MarkupItem[], index: number, step: 1 | -1): MarkupItem | undefined {
  const next = items[index + step];
  return next?.type === 'text' && next.text.trim() === '' ? items[index + 2 * step] : next;
}

/** An element with a barrier in it is two barriers itself. */
function freeFromBarriers(items: readonly MarkupItem[]): MarkupItem[] {
  const counts: number[] = [];
  let count = 0;
  for (const item of items) counts.push((count += item.type === 'barrier' ? 1 : 0));
  return items.map((item, i) => {
    const isTag = item.type === 'open' || item.type === 'close';
    return isTag && counts[i] !== counts[item.partner] ? toBarrier(item, item.type === 'open') : item;
  });
}

/** The same as something that must stay where it is. */
export function toBarrier({ start, end, name }: Place & { name: string }, leads: boolean): BarrierItem {
  return { type: 'barrier', start, end, name, leads };
}
