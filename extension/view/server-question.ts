import type { EngineOption, ServerStatus } from '../messages/background-message.ts';
import { BackgroundLink, type LossReason } from './background-link.ts';

export interface ServerQuestionListener {
  /** `engines`: all that the server has. */
  onAnswer: (status: ServerStatus, engines: readonly EngineOption[]) => void;
  /** The line to the background broke; `wasAwaited`: before it answered. The next question opens it anew. */
  onLost: (reason: LossReason, wasAwaited: boolean) => void;
}

/** Asks how the server does. Only the background talks to the server: it is asked. */
export class ServerQuestion {
  readonly #link: BackgroundLink;
  /** Counts the questions; answers to older ones come too late. */
  #asked = 0;
  #isAwaited = false;

  /** `name`: of the view that asks; see view-name.ts. */
  constructor(name: string, { onAnswer, onLost }: ServerQuestionListener) {
    this.#link = new BackgroundLink(name, {
      onMessage: (message) => {
        if (message.type !== 'server-status' || message.key !== String(this.#asked)) return;
        this.#isAwaited = false;
        onAnswer(message.status, message.engines);
      },
      onLost: (reason) => {
        const wasAwaited = this.#isAwaited;
        this.#isAwaited = false;
        onLost(reason, wasAwaited);
      },
    });
  }

  get isAwaited(): boolean {
    return this.#isAwaited;
  }

  /** Asks; a question before it needs no answer any more. `isSetup`: also whether it would translate for this extension. */
  ask({ isSetup = false } = {}): void {
    this.#asked += 1;
    this.#isAwaited = true;
    this.#link.send({ type: 'check-server', key: String(this.#asked), ...(isSetup && { isSetup }) });
  }
}
