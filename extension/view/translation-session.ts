import { isRunning } from '../../shared/describe-translation.ts';
import type { BackgroundMessage } from '../messages/background-message.ts';
import type { OverlaySize } from '../settings/overlay-size.ts';
import type { OpenedPage } from '../messages/view-message.ts';
import { getHistoryEntry } from '../history/get-history-entry.ts';
import { BackgroundLink, type LossReason } from './background-link.ts';
import { shouldGoOn, type Comeback } from './should-go-on.ts';
import {
  beginAttempt,
  beginRestAttempt,
  chooseLanguage,
  choosePair,
  emptyView,
  foldMessage,
  getAskedLanguages,
  isRedirected,
  setObstacle,
  takeJob,
  type LanguagePair,
  type ViewState,
} from './view-state.ts';

/** How often a background is started anew that ends again before it has said a word of the translation. */
const maxLosses = 3;

/** What a view shows, kept up to date: asks the background for translations and folds its answers into one state. */
export class TranslationSession {
  readonly #link: BackgroundLink;
  readonly #onChange: (state: ViewState) => void;
  #state = emptyView;
  #comeback: Comeback | undefined;
  #isPrivate = false;
  #losses = 0;

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
    this.#translate(this.#state, text);
  }

  /** Translates what is left of the text of this view; what is whole stays. */
  goOn(): void {
    this.#begin(beginRestAttempt(this.#state, createKey()));
  }

  /** Shows what a view before this one left, and goes on with it if it was not over. */
  restore(left: ViewState): void {
    const { target, languages, recent, showsOriginal } = this.#state;
    const state = { ...left, target: left.target || target, languages, recent, showsOriginal };
    this.#change(isRunning(state) ? setObstacle(state, undefined) : state);
    if (!isRunning(state)) return;
    this.#comeback = 'reopened';
    this.#ask();
  }

  /** Translates again: what this view has, or another text. */
  retry(text = this.#state.text): void {
    this.translate(text);
  }

  /** Translates into another language from now on; what this view has, or another text in its place, first of all, be it in that language. */
  chooseTarget(target: string, text = this.#state.text): void {
    const before = this.#state;
    this.#link.send({ type: 'remember-target', target, ...(isRedirected(before) && { isSecond: true }) });
    if (before.text === '') this.#change({ ...before, target });
    else this.#translate(chooseLanguage(before, target, text), text);
  }

  /** Translates from one language into another from now on, in this view only; first of all that text, if there is one. */
  choosePair(pair: LanguagePair, text: string): void {
    const state = choosePair(this.#state, pair);
    if (text.trim() === '') this.#change(state);
    else this.#translate(state, text);
  }

  /** Translates again as a text in that language (a tag); empty: it is to be found out. */
  chooseSource(source: string): void {
    const { chosen, target, text } = this.#state;
    const before = choosePair(this.#state, { source, target });
    this.#translate(chosen === undefined ? before : { ...before, chosen }, text);
  }

  /** Shows the source text too, from now on, or not any more. */
  showOriginal(isShown: boolean): void {
    this.#change({ ...this.#state, showsOriginal: isShown });
    this.#link.send({ type: 'remember-original', isShown });
  }

  stop(): void {
    this.#change({ ...this.#state, stopped: true });
    this.#link.send({ type: 'stop' });
  }

  /** Keeps the size that the reader gave the overlay; undefined: the usual one. */
  rememberSize(size: OverlaySize | undefined): void {
    this.#link.send({ type: 'remember-size', ...(size && { size }) });
  }

  /** Opens a page of the extension or the server's pairing page. */
  openPage(page: OpenedPage): void {
    this.#link.send({ type: 'open', page });
  }

  /** Begins anew in a small window, where the page can't take it away. To be closed here. */
  moveToWindow(): void {
    const { text, source, chosen } = this.#state;
    this.#link.send({ type: 'show-in-window', text, source, chosen });
  }

  /** Ends it, with whatever still runs. */
  close(): void {
    this.#link.close();
  }

  #receive(message: BackgroundMessage): void {
    if (message.type === 'job') {
      this.#isPrivate = message.job.isPrivate ?? false;
      this.#translate(takeJob(this.#state, message.job), message.job.text);
      return;
    }
    const before = this.#state;
    this.#change(foldMessage(before, message));
    if (this.#state.after !== before.after) this.#join();
    if (isRunning(before)) this.#keep();
    if (this.#state.obstacle?.kind === 'reconnecting') this.#comeback ??= 'reconnected';
    if (shouldGoOn(this.#state, this.#comeback)) this.goOn();
  }

  /** For the history: only a view knows the whole of a translation that it went on with. */
  #keep(): void {
    const entry = this.#isPrivate ? undefined : getHistoryEntry(this.#state, Date.now());
    if (entry) this.#link.send({ type: 'keep', entry });
  }

  /** It is in the stream (the background's own words have no id): from now on it is a view like any other. */
  #join(): void {
    this.#losses = 0;
    if (this.#comeback === 'reopened') this.#comeback = 'reconnected';
  }

  /** A background that has ended is started anew, and goes on where it was. */
  #lose(reason: LossReason): void {
    const isAwaited = this.#state.key !== undefined && isRunning(this.#state);
    if (reason === 'interrupted' && !isAwaited) return;
    this.#losses += 1;
    if (reason === 'outdated-page' || this.#losses > maxLosses) {
      this.#change(setObstacle(this.#state, { kind: reason }));
      return;
    }
    this.#comeback ??= 'reconnected';
    this.#ask();
  }

  #translate(before: ViewState, text: string): void {
    const begun = beginAttempt(before, createKey(), text);
    if (text.trim() === '') this.#change(setObstacle(begun, { kind: 'no-text' }));
    else this.#begin(begun);
  }

  #begin(begun: ViewState): void {
    this.#comeback = undefined;
    this.#losses = 0;
    this.#change(begun);
    this.#ask();
  }

  #ask(): void {
    const { key = '', work, after } = this.#state;
    this.#link.send({
      type: 'translate',
      key,
      ...work,
      ...getAskedLanguages(this.#state),
      ...(after !== '' && { after }),
    });
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
