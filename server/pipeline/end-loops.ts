import { findLongestLoop } from '../checks/find-longest-loop.ts';
import type { EngineEvent } from '../engines/engine.ts';

/** A look goes so far back, and comes again after so much new text, in UTF-16 units. */
const windowChars = 1500;
const stepChars = 200;

/** From so many repeats and letters on nobody can mean it: far more than the check needs that names the fault afterwards. */
const minRepeats = 4;
const minLetters = 400;

/**
 * A stage: ends an answer that goes round in circles where its source does not, so that nobody waits for a model to reach its limit with it. The
 * reader has seen the loop by then; the check labels it.
 */
export async function* endLoops(
  events: AsyncIterable<EngineEvent>,
  source: string,
): AsyncGenerator<EngineEvent, void> {
  let tail = '';
  let newChars = 0;
  for await (const event of events) {
    yield event;
    if (event.type !== 'text') continue;
    tail += event.text;
    newChars += event.text.length;
    if (newChars < stepChars) continue;
    newChars = 0;
    tail = tail.slice(-windowChars);
    if (!isLooping(tail, source)) continue;
    yield { type: 'end', reason: 'loop', usage: {} };
    return;
  }
}

function isLooping(tail: string, source: string): boolean {
  if (tail.length < minLetters) return false;
  const { repeats, unitChars } = findLongestLoop(tail);
  if (repeats < minRepeats || repeats * unitChars < minLetters) return false;
  return repeats > 2 * findLongestLoop(source).repeats;
}
