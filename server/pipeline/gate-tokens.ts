import type { Wrapping } from './gate-wrapping.ts';
import type { TextStage } from './text-stage.ts';

/** Tokens with which models end their turn, which some engines pass on as text. */
const endTokens = [
  '<|im_end|>',
  '<|end|>',
  '<|return|>',
  '<|endoftext|>',
  '<|end_of_text|>',
  '<|eot_id|>',
  '<|end_response|>',
  '<|end_of_turn_token|>',
  '<|end▁of▁sentence|>',
  '<｜end▁of▁sentence｜>',
  '<end_of_turn>',
  '<start_of_turn>',
  '<turn|>',
  '<|turn>',
  '</s>',
  '<eos>',
];

/** The answer is over where a token ends the turn or the tag round it is closed: what comes then is dropped. */
export class TokenGate implements TextStage {
  readonly #wrapping: Wrapping;
  readonly #endTokens: readonly string[];
  #held = '';
  #isOver = false;

  constructor(wrapping: Wrapping, source: string) {
    this.#wrapping = wrapping;
    const lower = source.toLowerCase();
    this.#endTokens = endTokens.filter((token) => !lower.includes(token));
  }

  push(piece: string): string {
    if (this.#isOver) return '';
    const text = this.#held + piece;
    if (!text.includes('<')) return text;
    const { closingTag } = this.#wrapping;
    const tokens = closingTag === undefined ? this.#endTokens : [...this.#endTokens, closingTag];
    for (const { index } of text.matchAll(/</g)) {
      const start = text.slice(index, index + maxChars).toLowerCase();
      this.#isOver = tokens.some((token) => start.startsWith(token));
      const isHeld = tokens.some((token) => token.startsWith(start));
      if (!this.#isOver && !isHeld) continue;
      this.#held = this.#isOver ? '' : text.slice(index);
      return text.slice(0, index);
    }
    this.#held = '';
    return text;
  }

  end(): string {
    return this.#held;
  }
}

const maxChars = 40;
