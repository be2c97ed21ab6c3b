import type { Runtime } from 'webextension-polyfill';
import { isOrphaned, nativeBrowser } from '../native-browser.ts';
import type { BackgroundMessage } from '../messages/background-message.ts';
import type { ViewMessage } from '../messages/view-message.ts';

/** A background that lives greets within a few milliseconds, even when it had to be started first. */
const greetingMs = 500;

/** Why a link broke: the background ended, which a new link cures, or the extension was updated, which only reloading the page cures. */
export type LossReason = 'interrupted' | 'outdated-page';

export interface LinkListener {
  onMessage(message: BackgroundMessage): void;
  onLost(reason: LossReason): void;
}

/** A view's line to the background, opened when it is needed. Messages wait until the background has greeted. */
export class BackgroundLink {
  readonly #name: string;
  readonly #listener: LinkListener;
  #port: Runtime.Port | undefined;
  #isGreeted = false;
  #greeting: ReturnType<typeof setTimeout> | undefined;
  #isClosing = false;
  #waiting: ViewMessage[] = [];

  constructor(name: string, listener: LinkListener) {
    this.#name = name;
    this.#listener = listener;
  }

  open(): void {
    if (this.#port) return;
    if (isOrphaned()) {
      this.#lose('outdated-page');
      return;
    }
    const port = nativeBrowser.runtime.connect({ name: this.#name });
    this.#port = port;
    port.onMessage.addListener((message) => {
      this.#receive(message as BackgroundMessage);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#lose('interrupted');
    });
    // To a script that outlived its extension, Chromium gives a port that neither fails nor answers.
    this.#greeting = setTimeout(() => {
      if (isOrphaned()) this.#lose('outdated-page');
    }, greetingMs);
  }

  send(message: ViewMessage): void {
    this.#waiting.push(message);
    this.open();
    this.#flush();
  }

  /** Closes it, after what still waits to be said: a background that was just started anew may have to be told what to end. */
  close(): void {
    this.#isClosing = true;
    if (this.#waiting.length === 0) this.#disconnect();
  }

  #disconnect(): void {
    const port = this.#port;
    this.#forget();
    port?.disconnect();
  }

  #receive(message: BackgroundMessage): void {
    this.#isGreeted = true;
    clearTimeout(this.#greeting);
    if (!this.#isClosing) this.#listener.onMessage(message);
    this.#flush();
    if (this.#isClosing) this.#disconnect();
  }

  #flush(): void {
    if (!this.#isGreeted) return;
    for (const message of this.#waiting.splice(0)) this.#port?.postMessage(message);
  }

  #lose(reason: LossReason): void {
    this.#forget();
    if (!this.#isClosing) this.#listener.onLost(reason);
  }

  #forget(): void {
    clearTimeout(this.#greeting);
    this.#port = undefined;
    this.#isGreeted = false;
    this.#waiting = [];
  }
}
