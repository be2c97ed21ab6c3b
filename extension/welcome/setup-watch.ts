import type { ServerStatus } from '../messages/background-message.ts';
import { viewNames } from '../messages/view-name.ts';
import { BackgroundLink } from '../view/background-link.ts';

/** How soon it is noticed that a step was done. From one answer to the next question: never two questions at once. */
const askAgainMs = 2000;

/** Asks again and again how the server does, from `start` to `stop`. */
export class SetupWatch {
  readonly #link: BackgroundLink;
  #isOn = false;
  #isWaiting = false;
  /** Counts the questions; answers to older ones come too late. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onStatus` is told each answer, also one that comes after `stop`. */
  constructor(onStatus: (status: ServerStatus) => void) {
    this.#link = new BackgroundLink(viewNames.welcome, {
      onMessage: (message) => {
        if (message.type !== 'server-status' || message.key !== String(this.#asked)) return;
        this.#isWaiting = false;
        this.#askLater();
        onStatus(message.status);
      },
      onLost: (reason) => {
        if (reason === 'outdated-page') {
          this.stop();
          onStatus({ kind: reason });
        } else if (this.#isWaiting) {
          // A background that has ended is started anew by the next question.
          this.#isWaiting = false;
          this.#askLater();
        }
      },
    });
  }

  /** Asks at once. */
  start(): void {
    this.#isOn = true;
    if (!this.#isWaiting) this.#ask();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#isWaiting = true;
    this.#link.send({ type: 'check-server', key: String(this.#asked), isSetup: true });
  }

  #askLater(): void {
    clearTimeout(this.#timer);
    if (!this.#isOn) return;
    this.#timer = setTimeout(() => {
      this.#ask();
    }, askAgainMs);
  }
}
