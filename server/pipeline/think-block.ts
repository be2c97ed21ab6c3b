import { thinkTags, type ThinkTag } from './think-tags.ts';

/** What became of a piece within a block: hidden characters, and, once the block is over, what follows it. */
export interface BlockResult {
  thoughtChars: number;
  /** Present when the block is over. */
  rest?: string;
}

interface FoundTag {
  tag: string;
  isClosing: boolean;
  isMention: boolean;
}

const closings = new Set(thinkTags.map(({ closing }) => closing));
const anyTag = findTags(thinkTags);

/** The longest tag. */
const tailChars = Math.max(...thinkTags.flatMap((tag) => [tag.opening.length, tag.closing.length]));

/** Those before a tag tell whether it stands in quotation marks. */
const contextChars = 2;

const quotes: Readonly<Record<string, string>> = {
  '`': '`',
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
};

/**
 * A block of thinking, from after its opening tag to its closing one. Thinking may speak of tags: one between quotation marks of its own
 * counts for nothing. After another opening tag within, nobody can say whether the next closing tag belongs to it or ends the block: what
 * follows is then held until one more closing tag shows that it was thinking, or the end of the answer that it was the answer.
 */
export class ThinkBlock {
  readonly #tags: RegExp;
  /** The end of what came, which may be part of a tag. */
  #tail = '';
  /** How much of the tail is read: what stands before the rest. */
  #contextChars = 0;
  #isBlank = true;
  /** Openings within the block that have not been closed. */
  #open = 0;
  /** What may be the answer; undefined while all is certainly thinking. */
  #held: string[] | undefined;
  #openInHeld = 0;

  /** Without a tag, the opening was not part of the answer, and every known tag may close the block. */
  constructor(tag?: ThinkTag) {
    this.#tags = tag ? findTags([tag]) : anyTag;
  }

  push(piece: string): BlockResult {
    const text = this.#tail + piece;
    // What follows a tag says whether it is only mentioned.
    return this.#read(text, text.length - 1);
  }

  /** The answer is over: what may be the answer is it. */
  end(): BlockResult {
    const result = this.#read(this.#tail, this.#tail.length);
    if (result.rest !== undefined) return result;
    const thoughtChars = result.thoughtChars + this.#take(this.#tail.slice(this.#contextChars));
    return { thoughtChars, ...(this.#held && { rest: this.#held.join('') }) };
  }

  /** Reads all tags that end at `limit` at the latest. */
  #read(text: string, limit: number): BlockResult {
    let thoughtChars = 0;
    let start = this.#contextChars;
    for (const match of text.matchAll(this.#tags)) {
      const end = match.index + match[0].length;
      if (end > limit) break;
      thoughtChars += this.#take(text.slice(start, match.index));
      start = end;
      const { hidden, isOver } = this.#takeTag(describeTag(match, text));
      thoughtChars += hidden;
      if (isOver) return { thoughtChars, rest: text.slice(end) };
    }
    const keep = Math.max(start, text.length - tailChars);
    thoughtChars += this.#take(text.slice(start, keep));
    this.#contextChars = Math.min(contextChars, keep);
    this.#tail = text.slice(keep - this.#contextChars);
    return { thoughtChars };
  }

  /** Counts text as thinking, unless it may be the answer. */
  #take(text: string): number {
    if (this.#held) {
      this.#held.push(text);
      return 0;
    }
    this.#isBlank &&= text.trim() === '';
    return text.length;
  }

  #takeTag({ tag, isClosing, isMention }: FoundTag): { hidden: number; isOver: boolean } {
    if (!isMention && isClosing) return this.#close(tag);
    // Some models write the opening tag again that their template has written.
    if (!isMention && this.#isBlank) return { hidden: 0, isOver: false };
    if (!isMention && this.#held) this.#openInHeld += 1;
    else if (!isMention) this.#open += 1;
    return { hidden: this.#take(tag), isOver: false };
  }

  #close(tag: string): { hidden: number; isOver: boolean } {
    if (this.#openInHeld > 0) {
      this.#openInHeld -= 1;
      return { hidden: this.#take(tag), isOver: false };
    }
    const hidden = (this.#held ?? []).reduce((sum, { length }) => sum + length, 0);
    if (this.#open === 0) return { hidden, isOver: true };
    this.#open -= 1;
    this.#held = [];
    return { hidden: hidden + tag.length, isOver: false };
  }
}

function findTags(tags: readonly ThinkTag[]): RegExp {
  const words = tags.flatMap(({ opening, closing, repeats }) => (repeats ? [closing] : [opening, closing]));
  const sources = words.filter((word) => word !== '').map((word) => word.replaceAll(/[|[\]]/g, '\\$&'));
  return new RegExp(sources.join('|'), 'gi');
}

function describeTag({ 0: tag, index }: RegExpExecArray, text: string): FoundTag {
  const before = text[index - 1] ?? '';
  const isMention =
    /^[\s([{（]?$/.test(text[index - 2] ?? '') && quotes[before] === (text[index + tag.length] ?? '-');
  return { tag, isClosing: closings.has(tag.toLowerCase()), isMention };
}
