import type { PromptProfile } from '../../shared/prompts/prompt.ts';
import type { EngineEvent } from '../engines/engine.ts';
import { ThinkBlock } from './think-block.ts';
import { findOwnTag, OwnBlock, type OwnTag, type Verdict } from './think-own-block.ts';
import { findThinkTag, maxOpeningChars, thinkTags, type ThinkTag } from './think-tags.ts';

/** What the filter made of a piece of the answer: text to show, and how many characters of thinking it hid. */
interface Filtered {
  text: string;
  thoughtChars: number;
}

/** `rest`: what is still to be read. */
interface Step extends Partial<Filtered> {
  rest?: string | undefined;
}

const nothing: Filtered = { text: '', thoughtChars: 0 };

/**
 * Takes the model's thinking out of its answer, however the answer is cut. Blocks count only at the very start, after white space at most;
 * anywhere else a tag is text, since the translation may be about it. What is ambiguous, and nothing else, is held back; a block that is
 * never closed stays hidden.
 *
 * With `always` the answer begins within the thinking: a closing tag is enough, nothing is shown before it, and an answer without one was
 * all thinking. That ends as soon as the engine tells of thinking which it keeps apart itself. With `switchable` an answer that ended by itself
 * without one was none.
 *
 * Where the source itself begins with a tag of thinking, the first block with that tag may be text: see `OwnBlock`.
 */
class ThinkFilter {
  #state: 'start' | 'thinking' | 'answer' = 'start';
  #block = new ThinkBlock();
  readonly #thinking: PromptProfile['thinking'];
  /** Until a block with it came. */
  #ownTag: OwnTag | undefined;
  #ownBlock: OwnBlock | undefined;
  /** Thinking comes by itself. */
  #isKeptApart = false;
  /** At the start: white space, and after it what may become an opening tag. */
  #space = '';
  #head = '';
  #beginsThinking: boolean;
  /** Text that is hidden although no opening tag came. */
  #implied: string[] | undefined;

  constructor(thinking: PromptProfile['thinking'], source: string) {
    this.#thinking = thinking;
    this.#ownTag = findOwnTag(source);
    this.#beginsThinking = thinking === 'always' || thinking === 'switchable';
  }

  /** The answer itself has begun: all that comes passes. */
  get isOpen(): boolean {
    return this.#state === 'answer';
  }

  push(piece: string): Filtered {
    const result = { text: '', thoughtChars: 0 };
    let rest: string | undefined = piece;
    while (rest !== undefined) {
      const step = this.#step(rest);
      result.text += step.text ?? '';
      result.thoughtChars += step.thoughtChars ?? 0;
      rest = step.rest;
    }
    return result;
  }

  /** What was hidden for want of a tag is text. */
  release(): Filtered {
    this.#beginsThinking = false;
    this.#isKeptApart = true;
    if (!this.#implied) return nothing;
    const text = this.#space + this.#implied.join('');
    this.#answer();
    return { text, thoughtChars: 0 };
  }

  /** The answer is over: what was held back and never became a tag is text; a block that was never closed stays hidden. */
  end(): Filtered {
    const begun = this.#pushHeld();
    const last =
      this.#state === 'thinking' ? this.#block.end() : { rest: this.#space + this.#head, thoughtChars: 0 };
    this.#answer();
    return { text: begun.text + (last.rest ?? ''), thoughtChars: begun.thoughtChars + last.thoughtChars };
  }

  /** At the end, what was held is what it seems to be. */
  #pushHeld(): Filtered {
    if (this.#ownBlock) {
      const { thoughtChars, rest } = this.#settle(this.#ownBlock.end());
      const last = this.push(rest);
      return { text: last.text, thoughtChars: thoughtChars + last.thoughtChars };
    }
    return this.#beginsThinking && this.#head !== '' ? this.push(this.#beginBlock().rest) : nothing;
  }

  #step(piece: string): Step {
    if (this.#state === 'answer') return { text: piece };
    if (this.#ownBlock) return this.#doubt(this.#ownBlock, piece);
    return this.#state === 'start' ? this.#start(piece) : this.#think(piece);
  }

  #start(piece: string): Step {
    const text = this.#head + piece;
    this.#head = text.trimStart();
    this.#space += text.slice(0, text.length - this.#head.length);
    const tag = findThinkTag(this.#head);
    if (tag) return this.#takeOwn(tag) ?? this.#open(tag);
    const start = this.#head.slice(0, maxOpeningChars).toLowerCase();
    if (thinkTags.some(({ opening }) => opening.startsWith(start))) return {};
    if (this.#beginsThinking) return this.#beginBlock();
    const answer = this.#space + this.#head;
    this.#answer();
    return { text: answer };
  }

  #open(tag: ThinkTag): Step {
    const rest = this.#head.slice(tag.opening.length);
    this.#space = '';
    this.#head = '';
    this.#beginsThinking = false;
    if (tag.closing === '') {
      this.#answer();
    } else {
      this.#state = 'thinking';
      this.#block = new ThinkBlock(tag);
    }
    return { rest };
  }

  /** A model that always thinks does so first, unless its thinking comes by itself: then the source's tag can only be text. */
  #takeOwn(tag: ThinkTag): Step | undefined {
    const own = this.#ownTag;
    const isSureThought = this.#beginsThinking && this.#thinking === 'always';
    if (own?.tag !== tag || isSureThought) return undefined;
    const start = this.#space + this.#head.slice(0, tag.opening.length);
    const rest = this.#head.slice(tag.opening.length);
    this.#ownTag = undefined;
    this.#beginsThinking = false;
    this.#space = '';
    this.#head = '';
    if (!this.#isKeptApart) this.#ownBlock = new OwnBlock(own, start);
    else this.#answer();
    return this.#isKeptApart ? { text: start, rest } : { rest };
  }

  #doubt(block: OwnBlock, piece: string): Step {
    const verdict = block.push(piece);
    return verdict ? this.#settle(verdict) : {};
  }

  #settle({ thoughtChars, rest, isAnswer }: Verdict): { thoughtChars: number; rest: string } {
    this.#ownBlock = undefined;
    if (isAnswer) this.#answer();
    return { thoughtChars, rest };
  }

  /** The opening tag was written by the model's template. */
  #beginBlock(): { rest: string } {
    const rest = this.#head;
    this.#head = '';
    this.#state = 'thinking';
    this.#beginsThinking = false;
    this.#implied = [];
    return { rest };
  }

  #think(piece: string): Step {
    this.#implied?.push(piece);
    const step = this.#block.push(piece);
    if (step.rest === undefined) return step;
    // Another block may follow.
    this.#state = 'start';
    this.#space = '';
    this.#implied = undefined;
    return step;
  }

  #answer(): void {
    this.#state = 'answer';
    this.#space = '';
    this.#head = '';
    this.#implied = undefined;
  }
}

/**
 * The filter as a stage of the pipeline: thinking in the text becomes `thought` events, those of the engine pass. `thinking` says how the
 * model thinks; even one that never does may, so a block at the start is always taken out. `source` is what was asked to be translated.
 */
export async function* filterThinking(
  events: AsyncIterable<EngineEvent>,
  thinking: PromptProfile['thinking'] = 'optional',
  source = '',
): AsyncGenerator<EngineEvent, void> {
  const filter = new ThinkFilter(thinking, source);
  for await (const event of events) {
    const passes = event.type !== 'text' || filter.isOpen;
    if (!passes) yield* toEvents(filter.push(event.text));
    if (isSureOfText(event, thinking)) yield* toEvents(filter.release());
    if (event.type === 'end') yield* toEvents(filter.end());
    if (passes) yield event;
  }
}

/** Thinking comes by itself, or there was none. */
function isSureOfText(event: EngineEvent, thinking: PromptProfile['thinking']): boolean {
  if (event.type === 'thought') return true;
  return thinking === 'switchable' && event.type === 'end' && event.reason === 'stop';
}

function* toEvents({ text, thoughtChars }: Filtered): Generator<EngineEvent, void> {
  if (thoughtChars > 0) yield { type: 'thought', chars: thoughtChars };
  if (text !== '') yield { type: 'text', text };
}
