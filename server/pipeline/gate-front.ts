import type { Opening } from './gate-phrase.ts';
import type { TextStage } from './text-stage.ts';

/** Something that an answer may begin with and that is no part of the translation. */
export interface Front extends Opening {
  /** It was taken away. */
  remove?: (text: string) => void;
  /** What must be shown after all when nothing else comes. */
  getRest?: () => string;
}

/** Enough for a whole prompt; a model that goes on is stuck. */
const maxRemoved = 100;

/**
 * Takes away what stands before the translation, as often as something does. The text is held only as long as it may still become such a
 * thing; white space before the translation passes when nothing was taken away.
 */
export class FrontGate implements TextStage {
  readonly #fronts: readonly Front[];
  #space = '';
  #held = '';
  #removed = 0;
  #isOpen = false;

  constructor(fronts: readonly Front[]) {
    this.#fronts = fronts;
  }

  push(piece: string): string {
    if (this.#isOpen) return piece;
    this.#hold(this.#held + piece);
    while (this.#held !== '' && !this.#isBegun()) {
      if (!this.#remove()) return this.#open();
    }
    return '';
  }

  end(): string {
    if (this.#isOpen) return '';
    let isRemoved = true;
    while (this.#held !== '' && isRemoved) isRemoved = this.#remove();
    const text = this.#open();
    return text === '' ? this.#fronts.map((front) => front.getRest?.() ?? '').join('') : text;
  }

  #hold(text: string): void {
    this.#held = text.trimStart();
    this.#space += text.slice(0, text.length - this.#held.length);
  }

  #isBegun(): boolean {
    return this.#fronts.some((front) => front.isBegun(this.#held));
  }

  #remove(): boolean {
    if (this.#removed === maxRemoved) return false;
    for (const front of this.#fronts) {
      const chars = front.measure(this.#held);
      if (chars === 0) continue;
      front.remove?.(this.#held.slice(0, chars));
      this.#hold(this.#held.slice(chars));
      this.#removed += 1;
      return true;
    }
    return false;
  }

  #open(): string {
    this.#isOpen = true;
    return this.#removed > 0 ? this.#held : this.#space + this.#held;
  }
}
