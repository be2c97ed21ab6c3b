import { ThinkBlock } from './think-block.ts';
import { findThinkTag, maxOpeningChars, type ThinkTag } from './think-tags.ts';

/** The tag of thinking that a source begins with, and whether the source closes it. */
export interface OwnTag {
  readonly tag: ThinkTag;
  readonly isClosed: boolean;
}

/** What became of a block and of what follows it. */
export interface Verdict {
  thoughtChars: number;
  /** What is still to be read. */
  rest: string;
  /** The rest is the answer; else another block may begin it. */
  isAnswer: boolean;
}

/** What a neutralised tag of the source has in it. */
const marks = /[\u2060-\u206f\ue000-\uf8ff]/gu;
const maxMarks = 4;

/** The tag of thinking that is the first thing in a source. */
export function findOwnTag(source: string): OwnTag | undefined {
  const tag = findThinkTag(source.trimStart());
  if (!tag || tag.closing === '') return undefined;
  return { tag, isClosed: source.toLowerCase().includes(tag.closing) };
}

/**
 * A block at the start of an answer whose source begins with the same tag. It may be the translation, from which the model dropped the
 * invisible mark, or thinking. It is thinking when the tag follows it once more, and when it is closed although the source closes none. All
 * is held until that is known.
 */
export class OwnBlock {
  readonly #own: OwnTag;
  readonly #block: ThinkBlock;
  /** All from the opening tag on. */
  readonly #held: string[];
  #thoughtChars = 0;
  #isOver = false;
  /** What follows the block: white space, and after it what may become the tag. */
  #space = '';
  #next = '';

  /** `start`: the opening tag as it came, and white space before it. */
  constructor(own: OwnTag, start: string) {
    this.#own = own;
    this.#block = new ThinkBlock(own.tag);
    this.#held = [start];
  }

  push(piece: string): Verdict | undefined {
    this.#held.push(piece);
    if (this.#isOver) return this.#follow(piece);
    const { thoughtChars, rest } = this.#block.push(piece);
    this.#thoughtChars += thoughtChars;
    return rest === undefined ? undefined : this.#follow(rest);
  }

  /** The answer is over: without another tag, the source decides. */
  end(): Verdict {
    if (this.#isOver) return this.#decide();
    const { thoughtChars, rest } = this.#block.end();
    this.#thoughtChars += thoughtChars;
    return rest === undefined ? this.#keep() : (this.#follow(rest) ?? this.#decide());
  }

  #follow(piece: string): Verdict | undefined {
    this.#isOver = true;
    const text = this.#next + piece;
    this.#next = text.trimStart();
    this.#space += text.slice(0, text.length - this.#next.length);
    const { opening } = this.#own.tag;
    const start = this.#getStart();
    return opening.startsWith(start) && opening !== start ? undefined : this.#decide();
  }

  #decide(): Verdict {
    const isRepeated = this.#getStart().startsWith(this.#own.tag.opening);
    return isRepeated || !this.#own.isClosed ? this.#hide(isRepeated) : this.#keep();
  }

  #getStart(): string {
    return this.#next
      .slice(0, maxOpeningChars + maxMarks)
      .replaceAll(marks, '')
      .toLowerCase();
  }

  #hide(isAnswer: boolean): Verdict {
    return { thoughtChars: this.#thoughtChars, rest: this.#space + this.#next, isAnswer };
  }

  #keep(): Verdict {
    return { thoughtChars: 0, rest: this.#held.join(''), isAnswer: true };
  }
}
