import type { Opening } from './gate-phrase.ts';
import { isLineBegun, measureLine, type PromptLines } from './gate-prompt.ts';
import { findRemarks } from './gate-remarks.ts';
import type { Wrapping } from './gate-wrapping.ts';
import { measureText } from './measure-text.ts';
import type { TextStage } from './text-stage.ts';

/** `rest`: what is still to be read. */
interface Step {
  text: string;
  rest?: string;
}

/** What a line is that stands after a break. */
type Line = 'text' | 'fence' | 'outside' | 'unknown';

const fence = '```';

/**
 * Judges what stands after a line break: the closing line of a fence is taken out, and all is dropped from a line of the prompt or a remark
 * on. Only more breaks in a row than the source ever has can begin a remark, and only once the text has as many sentences and colons as the
 * source and half its length: before that the translation is not over. Held are the break and what may become such a line.
 */
export class BreakGate implements TextStage {
  readonly #wrapping: Wrapping;
  readonly #prompt: PromptLines;
  readonly #remarks: Opening;
  /** What the text must still have before a remark can follow. */
  readonly #missing: ReturnType<typeof measureText>;
  readonly #sourceBreaks: number;
  /** What came since the last break. */
  #line = '';
  #isAtBreak = false;
  #space = '';
  #breaks = 0;
  #held = '';
  #isOver = false;

  constructor(wrapping: Wrapping, prompt: PromptLines, source: string) {
    this.#wrapping = wrapping;
    this.#prompt = prompt;
    this.#remarks = findRemarks(prompt.intoEnglish);
    const { weight, ...counts } = measureText(source);
    this.#missing = { ...counts, weight: weight / 2 };
    this.#sourceBreaks = /\n\s*\n/.test(source) ? 2 : Number(source.includes('\n'));
  }

  push(piece: string): string {
    let text = '';
    let rest: string | undefined = piece;
    while (rest !== undefined && !this.#isOver) {
      const step: Step = this.#isAtBreak ? this.#judge(rest) : this.#pass(rest);
      text += step.text;
      rest = step.rest;
    }
    return text;
  }

  end(): string {
    const line = this.#held === '' ? 'text' : this.#measure();
    return line === 'text' && !this.#isOver ? this.#space + this.#held : '';
  }

  #pass(piece: string): Step {
    const index = piece.indexOf('\n');
    this.#line += index === -1 ? piece : piece.slice(0, index);
    if (index === -1) return { text: piece };
    const { sentences, colons, weight } = measureText(this.#line);
    this.#missing.sentences -= sentences;
    this.#missing.colons -= colons;
    this.#missing.weight -= weight;
    this.#line = '';
    this.#isAtBreak = true;
    return { text: piece.slice(0, index), rest: piece.slice(index) };
  }

  #judge(piece: string): Step {
    const text = this.#held + piece;
    this.#held = text.trimStart();
    const space = text.slice(0, text.length - this.#held.length);
    this.#space += space;
    this.#breaks += space.split('\n').length - 1;
    const line = this.#held === '' || this.#isBegun() ? 'unknown' : this.#measure();
    if (line === 'unknown') return { text: '' };
    if (line === 'fence') return this.#skipFence();
    this.#isOver = line === 'outside';
    return this.#isOver ? { text: '' } : this.#leave();
  }

  #isBegun(): boolean {
    const held = this.#held;
    return (
      (this.#wrapping.hasFence === true && isLineBegun(held, fence)) ||
      this.#prompt.telling.some((line) => isLineBegun(held, line)) ||
      (this.#canBeRemark() && this.#remarks.isBegun(held))
    );
  }

  #measure(): Line {
    const held = this.#held;
    if (this.#wrapping.hasFence && measureLine(held, fence) > 0) return 'fence';
    if (this.#prompt.telling.some((line) => measureLine(held, line) > 0)) return 'outside';
    return this.#canBeRemark() && this.#remarks.measure(held) > 0 ? 'outside' : 'text';
  }

  #canBeRemark(): boolean {
    return this.#breaks > this.#sourceBreaks && Object.values(this.#missing).every((value) => value <= 0);
  }

  /** What follows the fence stands after the break that it ends with. */
  #skipFence(): Step {
    this.#wrapping.hasFence = false;
    const rest = this.#held.slice(fence.length);
    this.#held = '';
    this.#space = '';
    this.#breaks = 0;
    return { text: '', rest };
  }

  #leave(): Step {
    const step = { text: this.#space, rest: this.#held };
    this.#isAtBreak = false;
    this.#held = '';
    this.#space = '';
    this.#breaks = 0;
    return step;
  }
}
