import type { TranslationEvent } from '../../shared/translation-event.ts';
import type { Turn } from '../scheduler/turn.ts';
import type { Meter } from './meter.ts';

/** What a translation waits with. */
interface Waiting {
  turn: Turn;
  meter: Meter;
  /** Ends the wait quietly, and gives the place up. */
  signal: AbortSignal;
}

/** Pauses that end sooner are not worth a word. */
const quietPauseMs = 1000;

/** Until the turn has come: the place in the queue, as `status`. */
export async function* waitInLine({ turn, meter, signal }: Waiting): AsyncGenerator<TranslationEvent, void> {
  for await (const position of turn.wait(signal))
    yield { event: 'status', data: { phase: 'queued', position } };
  meter.begin();
}

/**
 * Between two segments: lets those go first who rank before. Where that takes a while, readers see the place again rather than a model that
 * seems to have fallen asleep; a short one leaves the status alone, for words that come and go in a blink only disturb.
 */
export async function* letOthersFirst(waiting: Waiting): AsyncGenerator<TranslationEvent, void> {
  const { turn, meter, signal } = waiting;
  meter.pause();
  await waitAtMost(turn.pass(signal), quietPauseMs);
  yield* waitInLine(waiting);
}

/** Resolves with the promise, or when the time is over. */
async function waitAtMost(promise: Promise<void>, timeMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeOver = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, timeMs);
  });
  await Promise.race([promise, timeOver]).finally(() => {
    clearTimeout(timer);
  });
}
