import { setTimeout as pause } from 'node:timers/promises';

const pollMs = 25;
const usualDeadlineMs = 10_000;

type Falsy = undefined | null | false | 0 | '';

/**
 * Asks `probe` until it answers with something truthy and returns that. A probe that throws says "not yet" too: pages that are
 * loading and windows that are closing do. `what` names the awaited state in the failure.
 */
export async function waitFor<Answer>(
  what: string,
  probe: () => Answer | Promise<Answer>,
  deadlineMs: number = usualDeadlineMs,
): Promise<Exclude<Answer, Falsy>> {
  const deadline = performance.now() + deadlineMs;
  let last: Attempt<Answer>;
  do {
    last = await attempt(probe);
    if (last.answer) return last.answer as Exclude<Answer, Falsy>;
    await pause(pollMs);
  } while (performance.now() < deadline);
  throw new Error(`Waited ${deadlineMs} ms in vain for ${what}`, { cause: last.error });
}

interface Attempt<Answer> {
  answer?: Answer;
  error?: unknown;
}

async function attempt<Answer>(probe: () => Answer | Promise<Answer>): Promise<Attempt<Answer>> {
  try {
    return { answer: await probe() };
  } catch (error) {
    return { error };
  }
}
