import { cutIntoLines } from './cut-into-lines.ts';
import type { TextPiece } from './get-text-pieces.ts';

/** What becomes one element of the shown text, and the class that it has. */
export interface TextPart {
  text: string;
  className: 'block' | 'old' | '';
}

/** Cuts text that only grows, mostly, without beginning at its beginning each time. */
export class TextParts {
  #blocks: TextPart[] = [];
  /** All that is in the blocks. */
  #settled = '';

  /** The parts of the text as it is now; a block that stays is the same object as before. */
  list([first, ...others]: readonly TextPiece[]): TextPart[] {
    if (!first) return [];
    // Only what stands at the beginning has its lines to itself.
    const parts = first.isOld ? [toPart(first)] : this.#cut(first.text);
    return [...parts, ...others.map(toPart)];
  }

  #cut(text: string): TextPart[] {
    if (!text.startsWith(this.#settled)) {
      this.#blocks = [];
      this.#settled = '';
    }
    const blocks = cutIntoLines(text.slice(this.#settled.length));
    const rest = blocks.pop() ?? '';
    this.#blocks.push(...blocks.map((block): TextPart => ({ text: block, className: 'block' })));
    this.#settled += blocks.join('');
    return rest === '' ? [...this.#blocks] : [...this.#blocks, { text: rest, className: '' }];
  }
}

function toPart({ text, isOld }: TextPiece): TextPart {
  return { text, className: isOld ? 'old' : '' };
}
