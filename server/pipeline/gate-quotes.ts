import { weigh } from './measure-text.ts';
import type { TextStage } from './text-stage.ts';

/** What marks open, and which marks close them. Those of titles as in 《》 are not among them: they belong to the text. */
const marks: Readonly<Record<string, readonly string[]>> = {
  '"': ['"', '”'],
  '＂': ['＂'],
  '“': ['”', '"'],
  '”': ['”', '"'],
  '„': ['“', '”', '"'],
  '‟': ['”'],
  '«': ['»'],
  '»': ['«', '»'],
  '‹': ['›'],
  '「': ['」'],
  '『': ['』'],
  '〝': ['〞', '〟'],
  "'": ["'", '’'],
  '‘': ['’'],
  '’': ['’'],
  '`': ['`'],
  '**': ['**'],
  '```': ['```'],
};

/** They are apostrophes too, so they wrap only what is seen as a whole. */
const single = new Set(["'", '‘', '’']);

/** They are no quotation marks; each stays only when the source has it. */
const markup = new Set(['**', '```', '`']);

/** More than a quoted name that begins a sentence: while a closing mark may still come within it, it is held. */
const maxNameWeight = 32;

/** More than a closing mark and what follows it weigh. */
const markWeight = 4;

/** Those of titles too, which other languages put into quotation marks. */
const anyQuote = /["＂“”„‟«»‹›「」『』〝〞《》〈〉]|(?<![\p{L}\p{N}])['‘’‚‛](?=\S)/u;
/** A dash that begins direct speech, which other languages put into quotation marks. */
const speech = /^\s*[-–—―]/;

/** What may follow a closing mark at the end of the answer or of its line. */
const nothingMore = /^[.。!！?？…]?[ \t]{0,4}$/;
const onlyBreak = /^[.。!！?？…]?[ \t]{0,4}\n/;

/** A mark that closes another: where it is in its text. */
interface Closing {
  index: number;
  end: number;
}

/**
 * Takes off quotation marks that stand round the whole answer, and emphasis and code marks alike, when the source has no such marks at all. A
 * mark that is closed soon with more text after it is a name that the translation quotes: both stay. Without such an end the opening
 * mark is dropped and the text passes; should its closing mark come in the middle of the text after all, it is dropped too, so that none
 * stands alone.
 */
export class QuoteGate implements TextStage {
  readonly #marks: readonly string[];
  readonly #endsAtBreak: boolean;
  #state: 'start' | 'opened' | 'wrapped' | 'done' = 'start';
  #space = '';
  #held = '';
  #mark = '';
  /** Marks that are open within, and the character before the text to come. */
  #depth = 0;
  #last = '';

  constructor(source: string) {
    const hasQuotes = anyQuote.test(source) || speech.test(source);
    this.#marks = Object.keys(marks)
      .filter((mark) => (markup.has(mark) ? !source.includes(mark.charAt(0)) : !hasQuotes))
      .toSorted((a, b) => b.length - a.length);
    this.#endsAtBreak = !source.includes('\n');
  }

  push(piece: string): string {
    switch (this.#state) {
      case 'start':
        return this.#start(piece);
      case 'opened':
        return this.#decide(piece);
      case 'wrapped':
        return this.#unwrap(piece);
      case 'done':
        return piece;
    }
  }

  end(): string {
    if (this.#state !== 'opened') return this.#state === 'start' ? this.#space + this.#held : this.#held;
    const closing = this.#findNearClosing(`${this.#held} `);
    const after = closing && this.#held.slice(closing.end);
    return closing && nothingMore.test(after ?? '') ? this.#cutOut(closing) : this.#giveUp();
  }

  #start(piece: string): string {
    const text = this.#held + piece;
    this.#held = text.trimStart();
    this.#space += text.slice(0, text.length - this.#held.length);
    const { length } = this.#held;
    if (this.#marks.some((one) => one.length > length && one.startsWith(this.#held))) return '';
    const mark = this.#held === '' ? '' : this.#marks.find((one) => this.#held.startsWith(one));
    if (mark === '') return '';
    if (mark === undefined) return this.#giveUp();
    this.#mark = mark;
    this.#state = 'opened';
    const rest = this.#held.slice(mark.length);
    this.#held = '';
    return this.#decide(rest);
  }

  #decide(piece: string): string {
    this.#held += piece;
    const closing = this.#findNearClosing(this.#held);
    if (closing) return this.#judge(closing);
    if (weigh(this.#held) <= maxNameWeight + markWeight) return '';
    if (single.has(this.#mark)) return this.#giveUp();
    const text = this.#held;
    this.#held = '';
    this.#state = 'wrapped';
    return this.#unwrap(text);
  }

  #judge(closing: Closing): string {
    const after = this.#held.slice(closing.end);
    if (nothingMore.test(after)) return '';
    return this.#endsAtBreak && onlyBreak.test(after) ? this.#cutOut(closing) : this.#giveUp();
  }

  #findNearClosing(text: string): Closing | undefined {
    const { closing } = findClosing(text, this.#mark, { depth: 0, last: '' });
    return closing && closing.index > 0 && weigh(text.slice(0, closing.index)) <= maxNameWeight
      ? closing
      : undefined;
  }

  /** The text without both marks. */
  #cutOut({ index, end }: Closing): string {
    this.#state = 'done';
    const text = this.#held.slice(0, index) + this.#held.slice(end);
    this.#held = '';
    return text;
  }

  /** The text as it came. */
  #giveUp(): string {
    this.#state = 'done';
    const text = this.#space + this.#mark + this.#held;
    this.#held = '';
    return text;
  }

  #unwrap(piece: string): string {
    const text = this.#held + piece;
    const before = { depth: this.#depth, last: this.#last };
    const { closing, depth, rest } = findClosing(text, this.#mark, before);
    if (closing) {
      this.#state = 'done';
      this.#held = '';
      return text.slice(0, closing.index) + text.slice(closing.end);
    }
    // The beginning of a mark of several characters.
    const isBegun = (chars: number): boolean => rest.endsWith(this.#mark.slice(0, chars));
    const held = [2, 1].find((chars) => chars < this.#mark.length && isBegun(chars)) ?? 0;
    const shown = text.slice(0, text.length - held);
    this.#held = text.slice(shown.length);
    this.#depth = depth;
    this.#last = shown.at(-1) ?? this.#last;
    return shown;
  }
}

interface Search {
  closing?: Closing;
  depth: number;
  /** What follows the last mark. */
  rest: string;
}

/** The first mark that closes one before the text: not one within, which white space or its form tells. */
function findClosing(text: string, mark: string, before: { depth: number; last: string }): Search {
  const closings = marks[mark] ?? [];
  let { depth } = before;
  let end = 0;
  for (const { 0: found, index } of text.matchAll(getPattern(mark))) {
    const last = index === 0 ? before.last : text.charAt(index - 1);
    end = index + found.length;
    const isOpening = found === mark && (!closings.includes(mark) || /^[\s([{（「]?$/.test(last));
    if (!isOpening && depth === 0) return { closing: { index, end }, depth, rest: '' };
    depth += isOpening ? 1 : -1;
  }
  return { depth, rest: text.slice(end) };
}

/** A mark and what closes it; an apostrophe within a word, or at the end of what is known, closes nothing. */
function getPattern(mark: string): RegExp {
  const words = [mark, ...(marks[mark] ?? [])].map((one) => one.replaceAll('*', '\\*'));
  return new RegExp(`(?:${words.join('|')})${single.has(mark) ? '(?=[^\\p{L}\\p{N}])' : ''}`, 'gu');
}
