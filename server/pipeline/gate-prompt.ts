import type { Prompt } from '../../shared/prompts/prompt.ts';
import type { Front } from './gate-front.ts';

/** How the lines of a prompt begin that models repeat, and that no translation is likely to begin with. */
const tellingStart =
  /^(?:={3,}|translate the |please translate |now write the |produce only |将以下|把下面|參考|参考上面)/i;

/** The lines of a prompt that are no part of the source. */
export interface PromptLines {
  all: readonly string[];
  /** Those that are known as the prompt's wherever they come. */
  telling: readonly string[];
  /** The whole of it without the source. */
  own: string;
  /** Whether it asks for English. */
  intoEnglish: boolean;
}

/** Reads what a prompt says besides the source. */
export function readPrompt({ messages }: Prompt, source: string): PromptLines {
  const own = messages.map(({ content }) => cutOut(content, source)).join('\n');
  const all = own
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 3 && !source.includes(line));
  return {
    own,
    all,
    telling: all.filter((line) => tellingStart.test(line)),
    intoEnglish: /\b(?:in)?to (?:\w+ )?English\b|[为為成]英[语語文]/.test(own),
  };
}

/** Without the source where it stands alone: a short one may be a word of the prompt too. */
function cutOut(content: string, source: string): string {
  const places = [`\n${source}\n`, `>${source}<`].map((place) => content.lastIndexOf(place));
  const start = content.endsWith(`\n${source}`) ? content.length - source.length - 1 : Math.max(...places);
  return start === -1 ? content : `${content.slice(0, start)}\n${content.slice(start + source.length + 1)}`;
}

/** How many characters of a text are this line, with the white space after it; 0 when it isn't all of a line. */
export function measureLine(text: string, line: string): number {
  if (!text.startsWith(line)) return 0;
  const end = /^[ \t]{0,4}(?:\n|$)/.exec(text.slice(line.length));
  return end ? line.length + end[0].length : 0;
}

/** Whether a text may still become this line and no more. */
export function isLineBegun(text: string, line: string): boolean {
  return line.startsWith(text) || (text.startsWith(line) && /^[ \t]{0,4}$/.test(text.slice(line.length)));
}

/**
 * Lines of the prompt that the model repeats before it translates. After one of them it may repeat the source too, with another line of the
 * prompt after it: that is taken away as well, unless nothing follows, since a translation may equal its source.
 */
export class PromptEcho implements Front {
  readonly #prompt: PromptLines;
  readonly #source: string;
  #lines: readonly string[];
  #rest = '';

  constructor(prompt: PromptLines, source: string) {
    this.#prompt = prompt;
    this.#source = source;
    this.#lines = prompt.telling;
  }

  isBegun(text: string): boolean {
    return this.#lines.some((line) => isLineBegun(text, line)) || this.#isSourceBegun(text);
  }

  measure(text: string): number {
    const chars = this.#lines.map((line) => measureLine(text, line)).find((length) => length > 0);
    return chars ?? this.#measureSource(text);
  }

  remove(text: string): void {
    this.#lines = this.#prompt.all;
    if (text.trimEnd() === this.#source) this.#rest = this.#source;
  }

  getRest(): string {
    return this.#rest;
  }

  #isSourceBegun(text: string): boolean {
    if (this.#lines !== this.#prompt.all) return false;
    if (this.#source.startsWith(text)) return true;
    if (!text.startsWith(this.#source)) return false;
    const after = text.slice(this.#source.length);
    const space = /^\s{0,4}/.exec(after)?.[0] ?? '';
    const next = after.slice(space.length);
    return next === '' || (space.includes('\n') && this.#lines.some((line) => isLineBegun(next, line)));
  }

  #measureSource(text: string): number {
    if (this.#lines !== this.#prompt.all || !text.startsWith(this.#source)) return 0;
    const space = /^\s{0,4}/.exec(text.slice(this.#source.length))?.[0] ?? '';
    const chars = this.#source.length + space.length;
    const isRepeated =
      space.includes('\n') && this.#lines.some((line) => measureLine(text.slice(chars), line) > 0);
    return isRepeated ? chars : 0;
  }
}
