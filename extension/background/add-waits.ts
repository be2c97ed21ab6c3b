import type { WaitingPhase } from '../../shared/describe-translation.ts';
import type { TranslationEvent } from '../../shared/translation-event.ts';
import type { RunMessage, ToldMessage } from '../messages/background-message.ts';
import { loadSettings } from '../settings/settings.ts';
import { expectWait, getPatienceMs, getUsualMs, watchWait, type WaitWatch } from './decide-wait.ts';
import { getWaitName, loadWaitTimes, saveWaitTime } from './wait-times.ts';

/** The same messages, and what earlier waits for the same model say of this one, which is remembered, too, if it may be. */
export async function* addWaits(
  messages: AsyncIterable<RunMessage, void>,
  isPrivate: Promise<boolean>,
): AsyncGenerator<ToldMessage, void> {
  const wait = new Wait(isPrivate);
  const iterator = messages[Symbol.asyncIterator]();
  try {
    yield* passOn(iterator, wait);
  } finally {
    wait.end();
    await iterator.return?.();
  }
}

async function* passOn(
  iterator: AsyncIterator<RunMessage, void>,
  wait: Wait,
): AsyncGenerator<ToldMessage, void> {
  for (let next = iterator.next(); ;) {
    const result = await wait.race(next);
    if (result?.done) return;
    if (result) yield result.value;
    if (result) next = iterator.next();
    const expected = result ? await wait.take(result.value) : wait.growLong();
    if (expected) yield expected;
  }
}

/** One wait after the other of a stream. */
class Wait {
  readonly #isPrivate: Promise<boolean>;
  #name: string | undefined;
  #watch: WaitWatch = { sinceMs: 0 };
  #expected: { phase: WaitingPhase; usualMs: number } | undefined;
  #runsOut: Promise<undefined> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(isPrivate: Promise<boolean>) {
    this.#isPrivate = isPrivate;
  }

  /** Resolves to undefined when the wait is clearly longer than usual before the result is there. */
  race<Result>(next: Promise<Result>): Promise<Result | undefined> {
    return this.#runsOut ? Promise.race([next, this.#runsOut]) : next;
  }

  async take(message: RunMessage): Promise<ToldMessage | undefined> {
    if (message.type !== 'event') return undefined;
    await this.#nameModel(message.event);
    const { watch, measured = {} } = watchWait(this.#watch, message.event, Math.round(performance.now()));
    const isNew = watch.phase !== this.#watch.phase;
    this.#watch = watch;
    if (!isNew || this.#name === undefined) return undefined;
    this.end();
    if (Object.keys(measured).length > 0 && !(await this.#isPrivate))
      await saveWaitTime(this.#name, measured);
    return watch.phase === 'loading' || watch.phase === 'reading'
      ? this.#expect(watch.phase, this.#name)
      : undefined;
  }

  growLong(): ToldMessage | undefined {
    const { phase, usualMs } = this.#expected ?? {};
    this.end();
    return phase && { type: 'wait', wait: { ...expectWait(phase, usualMs ?? 0), isLong: true } };
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#runsOut = undefined;
    this.#expected = undefined;
  }

  async #nameModel(event: TranslationEvent): Promise<void> {
    if (event.event === 'start') this.#name = getWaitName((await loadSettings()).server, event.data);
  }

  async #expect(phase: WaitingPhase, name: string): Promise<ToldMessage | undefined> {
    const usualMs = getUsualMs(await loadWaitTimes(name), phase);
    if (usualMs === undefined) return undefined;
    this.#expected = { phase, usualMs };
    this.#runsOut = new Promise((resolve) => {
      this.#timer = setTimeout(() => {
        resolve(undefined);
      }, getPatienceMs(usualMs));
    });
    return { type: 'wait', wait: expectWait(phase, usualMs) };
  }
}
