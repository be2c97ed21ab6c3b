import type { ServerStatus } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { ServerQuestion } from '../view/server-question.ts';

/** How soon it is noticed that a step was done. From one answer to the next question: never two questions at once. */
const askAgainMs = 2000;

/** Asks again and again how the server does, from `start` to `stop`. */
export class SetupWatch {
  readonly #question: ServerQuestion;
  #isOn = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onStatus` is told each answer, also one that comes after `stop`. */
  constructor(onStatus: (status: ServerStatus) => void) {
    this.#question = new ServerQuestion(viewNames.welcome, {
      onAnswer: (status) => {
        this.#askLater();
        onStatus(status);
      },
      onLost: (reason, wasAwaited) => {
        if (reason === 'outdated-page') {
          this.stop();
          onStatus({ kind: reason });
        } else if (wasAwaited) this.#askLater();
      },
    });
  }

  /** Asks at once. */
  start(): void {
    this.#isOn = true;
    if (!this.#question.isAwaited) this.#ask();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#question.ask({ isSetup: true });
  }

  #askLater(): void {
    clearTimeout(this.#timer);
    if (!this.#isOn) return;
    this.#timer = setTimeout(() => {
      this.#ask();
    }, askAgainMs);
  }
}
