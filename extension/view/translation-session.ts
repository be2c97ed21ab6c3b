import { isRunning } from '../../shared/describe-translation.ts';
import type { BackgroundMessage } from '../messages/background-message.ts';
import { BackgroundLink, type LossReason } from './background-link.ts';
import { beginAttempt, emptyView, foldMessage, setObstacle, type ViewState } from './view-state.ts';

/** What a view shows, kept up to date: asks the background for translations and folds its answers into one state. */
export class TranslationSession {
  readonly #link: BackgroundLink;
  readonly #onChange: (state: ViewState) => void;
  #state = emptyView;

  /** `name`: of the view; see view-name.ts. `onChange` is told of every new state. */
  constructor(name: string, onChange: (state: ViewState) => void) {
    this.#onChange = onChange;
    this.#link = new BackgroundLink(name, {
      onMessage: (message) => {
        this.#receive(message);
      },
      onLost: (reason) => {
        this.#lose(reason);
      },
    });
    this.#link.open();
  }

  /** Connects again, for a job that waits, when the background has ended meanwhile. */
  reconnect(): void {
    this.#link.open();
  }

  /** Translates a text, instead of what this view had. */
  translate(text: string): void {
    const { target } = this.#state;
    const key = createKey();
    // A selection can begin or end in the middle of a surrogate pair, which UTF-8 can't carry.
    const wellFormed = text.toWellFormed();
    this.#change(beginAttempt(this.#state, key, wellFormed));
    if (text.trim() === '') this.#change(setObstacle(this.#state, { kind: 'no-text' }));
    else this.#link.send({ type: 'translate', key, text: wellFormed, ...(target !== '' && { target }) });
  }

  /** Translates again: what this view has, or another text. */
  retry(text = this.#state.text): void {
    this.translate(text);
  }

  /** Translates into another language from now on; what this view has, or another text in its place, first of all. */
  chooseTarget(target: string, text = this.#state.text): void {
    this.#change({ ...this.#state, target });
    this.#link.send({ type: 'remember-target', target });
    if (this.#state.text !== '') this.translate(text);
  }

  stop(): void {
    this.#change({ ...this.#state, stopped: true });
    this.#link.send({ type: 'stop' });
  }

  /** Opens a page of the extension or the server's pairing page. */
  openPage(page: 'options' | 'pair'): void {
    this.#link.send({ type: 'open', page });
  }

  /** Ends it, with whatever still runs. */
  close(): void {
    this.#link.close();
  }

  #receive(message: BackgroundMessage): void {
    if (message.type === 'job') this.translate(message.job.text);
    else this.#change(foldMessage(this.#state, message));
  }

  #lose(reason: LossReason): void {
    const wasRunning = this.#state.key !== undefined && isRunning(this.#state);
    if (reason === 'outdated-page' || wasRunning) this.#change(setObstacle(this.#state, { kind: reason }));
    // A new link tells whether it was only the background that ended.
    if (reason === 'interrupted' && wasRunning) this.#link.open();
  }

  #change(state: ViewState): void {
    this.#state = state;
    this.#onChange(state);
  }
}

/** Not `crypto.randomUUID()`, which pages without https lack. */
function createKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
