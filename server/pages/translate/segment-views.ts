import type { SegmentState } from '../../../shared/segment-state.ts';
import type { TranslationState } from '../../../shared/translation-state.ts';

/** Shows the text of a translation, a span for each segment, so that one more word changes one span only. */
export class SegmentViews {
  readonly #output: HTMLElement;
  #shown: readonly SegmentState[] = [];

  constructor(output: HTMLElement) {
    this.#output = output;
  }

  show({ segments }: TranslationState): void {
    if (segments.length !== this.#shown.length) this.#replaceSpans(segments.length);
    for (const [index, segment] of segments.entries()) {
      const span = this.#output.children[index];
      if (span && segment !== this.#shown[index]) showSegment(span, segment);
    }
    this.#shown = segments;
  }

  #replaceSpans(count: number): void {
    this.#shown = [];
    this.#output.replaceChildren(...Array.from({ length: count }, () => document.createElement('span')));
  }
}

function showSegment(span: Element, { shown, previous, status }: SegmentState): void {
  const old = document.createElement('span');
  old.className = 'previous';
  old.textContent = previous.slice(shown.length);
  span.className = shown !== '' && status === undefined ? 'growing' : '';
  span.replaceChildren(shown, old);
}
