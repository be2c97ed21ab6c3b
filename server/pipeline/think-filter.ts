import type { EngineEvent } from '../engines/engine.ts';

const opening = '<think>';
const closing = '</think>';

/** What the filter made of a piece of the answer: text to show, and how many characters of thinking it hid. */
export interface Filtered {
  text: string;
  thoughtChars: number;
}

/**
 * Takes the model's thinking out of its answer, however the answer is cut. A block counts only at the very start, after white space at
 * most; anywhere else the tag is text, since the translation may be about it. What is ambiguous, and nothing else, is held back.
 */
export class ThinkFilter {
  #state: 'start' | 'thinking' | 'answer' = 'start';
  #held = '';

  push(piece: string): Filtered {
    if (this.#state === 'answer') return { text: piece, thoughtChars: 0 };
    this.#held += piece;
    if (this.#state === 'start') this.#decide();
    return this.#release();
  }

  /** The answer is over: what was held back and never became a tag is text; a block that was never closed stays hidden. */
  end(): Filtered {
    const rest = this.#held;
    this.#held = '';
    if (this.#state === 'thinking') return { text: '', thoughtChars: rest.length };
    return { text: rest, thoughtChars: 0 };
  }

  #decide(): void {
    const start = this.#held.trimStart();
    if (start.startsWith(opening)) {
      this.#state = 'thinking';
      this.#held = start.slice(opening.length);
    } else if (!opening.startsWith(start)) {
      this.#state = 'answer';
    }
  }

  #release(): Filtered {
    if (this.#state === 'start') return { text: '', thoughtChars: 0 };
    if (this.#state === 'answer') return { text: this.#take(this.#held.length), thoughtChars: 0 };
    const end = this.#held.indexOf(closing);
    if (end === -1)
      return { text: '', thoughtChars: this.#take(this.#held.length - closing.length + 1).length };
    this.#state = 'answer';
    this.#take(end + closing.length);
    return { text: this.#take(this.#held.length), thoughtChars: end };
  }

  #take(length: number): string {
    const taken = this.#held.slice(0, Math.max(0, length));
    this.#held = this.#held.slice(taken.length);
    return taken;
  }
}

/** The filter as a stage of the pipeline: thinking in the text becomes `thought` events. */
export async function* filterThinking(events: AsyncIterable<EngineEvent>): AsyncGenerator<EngineEvent, void> {
  const filter = new ThinkFilter();
  for await (const event of events) {
    if (event.type === 'text') yield* toEvents(filter.push(event.text));
    else if (event.type === 'end') yield* [...toEvents(filter.end()), event];
    else yield event;
  }
}

function* toEvents({ text, thoughtChars }: Filtered): Generator<EngineEvent, void> {
  if (thoughtChars > 0) yield { type: 'thought', chars: thoughtChars };
  if (text !== '') yield { type: 'text', text };
}
