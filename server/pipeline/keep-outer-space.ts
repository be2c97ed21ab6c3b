import type { EngineEvent } from '../engines/engine.ts';
import { splitOuterSpace } from '../segments/white-space.ts';

/** The white space around a segment's text. */
export interface OuterSpace {
  lead: string;
  trail: string;
}

/**
 * A stage: the answer's outer white space is dropped, and the segment's own put in its place. White space inside the answer passes
 * unchanged; it is held back only until something follows it. An answer of nothing but white space passes nothing.
 */
export async function* keepOuterSpace(
  events: AsyncIterable<EngineEvent>,
  { lead, trail }: OuterSpace,
): AsyncGenerator<EngineEvent, void> {
  let hasText = false;
  let held = '';
  for await (const event of events) {
    if (event.type === 'end' && hasText && trail !== '') yield { type: 'text', text: trail };
    if (event.type !== 'text') {
      yield event;
      continue;
    }
    const answer = splitOuterSpace(held + event.text);
    held = answer.core === '' ? answer.lead : answer.trail;
    if (answer.core === '') continue;
    yield { type: 'text', text: (hasText ? answer.lead : lead) + answer.core };
    hasText = true;
  }
}
