/**
 * Text in chunks, so cut that each chunk can stand alone in an event: a CR at the end waits, since an LF that follows belongs to it, and so
 * does the first half of a surrogate pair.
 */
export class BareText {
  #held = '';

  push(chunk: string): string {
    const text = this.#held + chunk;
    const isCut = /[\r\uD800-\uDBFF]$/.test(text);
    this.#held = isCut ? text.slice(-1) : '';
    return isCut ? text.slice(0, -1) : text;
  }

  /** What was held back. */
  end(): string {
    const rest = this.#held;
    this.#held = '';
    return rest;
  }
}
